using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Tabletop.Scenarios;

/// <summary>A kind of fault that the compiler knows.</summary>
/// <param name="Id">"TT0101": never given to another fault again.</param>
/// <param name="Name">In PascalCase, for file names and searches.</param>
/// <param name="Title">What it says in general, a few words.</param>
/// <param name="Severity">Whether there can be a scenario in spite of it.</param>
public sealed record DiagnosticCode(string Id, string Name, string Title, Severity Severity);

/// <summary>
/// Every code: TT00 syntax and files, TT01 references, TT02 types and values, TT03 time, TT04 structure,
/// TT05 adversary, TT06 scoring, TT07 playthroughs, TT08 what makes no difference.
/// </summary>
public static class DiagnosticCodes
{
    // Stands first: the fields below register themselves while they are initialised, in the order of the text.
    static readonly List<DiagnosticCode> Registered = [];

    public static readonly DiagnosticCode NotYaml = Error("TT0001", "Text that is not YAML");
    public static readonly DiagnosticCode NotUtf8 = Error("TT0002", "File that is not UTF-8");
    public static readonly DiagnosticCode NotText = Error("TT0003", "Control character in a text file");
    public static readonly DiagnosticCode TabIndent = Error("TT0004", "Tab in the indentation");
    public static readonly DiagnosticCode DuplicateKey = Error("TT0005", "Key written twice");
    public static readonly DiagnosticCode AnchorOrAlias = Error("TT0006", "Anchor or alias");
    public static readonly DiagnosticCode Tag = Error("TT0007", "Tag");
    public static readonly DiagnosticCode TooLarge = Error("TT0008", "File too large");
    public static readonly DiagnosticCode TooManyNodes = Error("TT0009", "Too many values in a file");
    public static readonly DiagnosticCode TooDeep = Error("TT0010", "Nested too deep");
    public static readonly DiagnosticCode SeveralDocuments = Error("TT0011", "More than one YAML document");
    public static readonly DiagnosticCode EmptyFile = Error("TT0012", "Empty file");
    public static readonly DiagnosticCode MissingFile = Error("TT0013", "Missing file or folder");
    public static readonly DiagnosticCode UnreadableFile = Error("TT0014", "File that cannot be read");
    public static readonly DiagnosticCode StrayFile = Error("TT0015", "File that is no part of a scenario");
    public static readonly DiagnosticCode KeyNotText = Error("TT0016", "Key that is not text");
    public static readonly DiagnosticCode TooManyDiagnostics = Error("TT0017", "Too many faults to list");
    public static readonly DiagnosticCode IgnoredFile = Warning("TT0018", "File that is not read");
    public static readonly DiagnosticCode IdNotFolder = Warning("TT0019", "Id that is not the folder's name");
    public static readonly DiagnosticCode BadPath = Error("TT0020", "Path that is none of a file of the scenario");
    public static readonly DiagnosticCode InTwoFiles = Error("TT0021", "Part that stands in two files");

    public static readonly DiagnosticCode UnknownRole = Error("TT0101", "Unknown role");
    public static readonly DiagnosticCode UnknownSystem = Error("TT0102", "Unknown system");
    public static readonly DiagnosticCode UnknownCredential = Error("TT0103", "Unknown credential");
    public static readonly DiagnosticCode UnknownFoothold = Error("TT0104", "Unknown foothold");
    public static readonly DiagnosticCode UnknownAction = Error("TT0105", "Unknown action");
    public static readonly DiagnosticCode UnknownInject = Error("TT0106", "Unknown inject");
    public static readonly DiagnosticCode UnknownOption = Error("TT0107", "Unknown option");
    public static readonly DiagnosticCode UnknownPace = Error("TT0108", "Unknown pace");
    public static readonly DiagnosticCode UnknownState = Error("TT0109", "Unknown adversary state");
    public static readonly DiagnosticCode UnknownTag = Error("TT0110", "Tag that no credential has");
    public static readonly DiagnosticCode UnknownObjective = Error("TT0111", "Unknown objective");
    public static readonly DiagnosticCode UnknownMark = Error("TT0112", "Mark that no effect puts on");
    public static readonly DiagnosticCode UnknownFlag = Error("TT0113", "Flag that nothing sets");
    public static readonly DiagnosticCode UnknownCounter = Error("TT0114", "Counter that nothing counts");
    public static readonly DiagnosticCode UnknownTarget = Error("TT0115", "Target that the action cannot have");
    public static readonly DiagnosticCode NoQuestion = Error("TT0116", "Inject without a question");
    public static readonly DiagnosticCode UnknownCondition = Error("TT0117", "Unknown condition");
    public static readonly DiagnosticCode UnknownVariable = Error("TT0118", "Unknown variable");
    public static readonly DiagnosticCode UnknownLanguage = Error("TT0119", "Unknown language");
    public static readonly DiagnosticCode UnknownPhase = Error("TT0120", "Unknown phase");

    public static readonly DiagnosticCode NotAMap = Error("TT0201", "Mapping expected");
    public static readonly DiagnosticCode NotAList = Error("TT0202", "List expected");
    public static readonly DiagnosticCode NotOneText = Error("TT0203", "Text expected");
    public static readonly DiagnosticCode NotANumber = Error("TT0204", "Number expected");
    public static readonly DiagnosticCode NotTrueOrFalse = Error("TT0205", "True or false expected");
    public static readonly DiagnosticCode UnknownWord = Error("TT0206", "Word that is not among the known ones");
    public static readonly DiagnosticCode OutOfRange = Error("TT0207", "Number out of range");
    public static readonly DiagnosticCode BadId = Error("TT0208", "Malformed id");
    public static readonly DiagnosticCode EmptyText = Error("TT0209", "Empty text");
    public static readonly DiagnosticCode Repeated = Error("TT0210", "Listed twice");
    public static readonly DiagnosticCode BadValue = Error("TT0211", "Value that cannot be filled in");

    public static readonly DiagnosticCode BadTime = Error("TT0301", "Malformed time");
    public static readonly DiagnosticCode BadDuration = Error("TT0302", "Malformed duration");
    public static readonly DiagnosticCode EndBeforeStart = Error("TT0303", "Phase that ends before it starts");
    public static readonly DiagnosticCode PhaseGap = Error("TT0304", "Phases that do not follow each other");
    public static readonly DiagnosticCode NoTime = Error("TT0305", "Phase that takes no time");
    public static readonly DiagnosticCode MissingPace = Error("TT0306", "Pace without a length of the phase");
    public static readonly DiagnosticCode OutsideExercise = Warning("TT0307", "Time outside the exercise");

    public static readonly DiagnosticCode UnknownKey = Error("TT0401", "Unknown key");
    public static readonly DiagnosticCode MissingKey = Error("TT0402", "Missing key");
    public static readonly DiagnosticCode NothingInside = Error("TT0403", "Section with nothing in it");
    public static readonly DiagnosticCode OneTrigger = Error("TT0404", "Inject without exactly one trigger");
    public static readonly DiagnosticCode StrayTriggerKey = Error("TT0405", "Key that belongs to another trigger");
    public static readonly DiagnosticCode NeedsWithoutSays = Error("TT0406", "Need that the team is not told");
    public static readonly DiagnosticCode SaysWithoutNeeds = Error("TT0407", "Words about a need that is not there");
    public static readonly DiagnosticCode NoSuchTarget = Error("TT0408", "Target where the action has none");
    public static readonly DiagnosticCode OneCondition = Error("TT0409", "Condition without exactly one form");
    public static readonly DiagnosticCode OneEffect = Error("TT0410", "Effect without exactly one form");
    public static readonly DiagnosticCode LastEnding = Error("TT0411", "Last ending with a condition");
    public static readonly DiagnosticCode EarlyEnding = Error("TT0412", "Ending that hides those after it");
    public static readonly DiagnosticCode FewOptions = Error("TT0413", "Question with fewer than two options");
    public static readonly DiagnosticCode NoCredentialPrice = Error("TT0414", "Price of a credential where there is none");
    public static readonly DiagnosticCode UnknownFormat = Error("TT0415", "Format that this version does not read");
    public static readonly DiagnosticCode EmptyWord = Error("TT0416", "Word in a finding that stands for nothing");
    public static readonly DiagnosticCode HoldsItself = Error("TT0417", "Foothold that depends on itself");
    public static readonly DiagnosticCode ConditionInItself = Error("TT0418", "Condition that depends on itself");
    public static readonly DiagnosticCode ConditionTooLarge = Error("TT0419", "Condition with too many parts");
    public static readonly DiagnosticCode TextTwice = Error("TT0420", "Text written twice");
    public static readonly DiagnosticCode NoLastAnswer = Error("TT0421", "Topic without a last answer");
    public static readonly DiagnosticCode EarlyAnswer = Error("TT0422", "Answer that hides those after it");
    public static readonly DiagnosticCode ReservedTopic = Error("TT0423", "Topic with an id that every tool has");
    public static readonly DiagnosticCode TopicWithoutWords = Error("TT0424", "Topic that no word leads to");
    public static readonly DiagnosticCode NeverMisses = Error("TT0425", "Words for a miss that cannot be");
    public static readonly DiagnosticCode ToolIsAction = Error("TT0426", "Tool with the id of an action");
    public static readonly DiagnosticCode RepeatOfZero = Error("TT0431", "Repeat without a wait");
    public static readonly DiagnosticCode AskedAgain = Error("TT0432", "Question that would be asked again and again");
    public static readonly DiagnosticCode TopicsAndSubjects = Error("TT0433", "Tool with topics and subjects");

    public static readonly DiagnosticCode StrayQuestionKey = Error("TT0440", "Key of another kind of question");
    public static readonly DiagnosticCode AnswerOfAnotherKind = Error("TT0441", "Condition that asks for another kind of answer");
    public static readonly DiagnosticCode OneAnswer = Error("TT0442", "Condition that does not say one thing of an answer");
    public static readonly DiagnosticCode MaxNotAboveMin = Error("TT0443", "Number without a choice");
    public static readonly DiagnosticCode BadRange = Error("TT0444", "Range with an end that nobody can give");
    public static readonly DiagnosticCode RangesOverlap = Error("TT0445", "Ranges that overlap");
    public static readonly DiagnosticCode RangeGap = Error("TT0446", "Ranges that leave a gap");
    public static readonly DiagnosticCode OnePlanSource = Error("TT0447", "Plan without exactly one set of credentials");
    public static readonly DiagnosticCode TooFewToChoose = Error("TT0448", "Question that wants more than there is");
    public static readonly DiagnosticCode DefaultIsNoOption = Error("TT0449", "Deadline that answers with no option");
    public static readonly DiagnosticCode DeadlineOfZero = Error("TT0450", "Deadline that leaves no time");

    public static readonly DiagnosticCode CountsNotSaid = Error("TT0451", "Question that does not say whose answer counts");
    public static readonly DiagnosticCode IdleOwner = Error("TT0452", "Owner of a question that others decide");
    public static readonly DiagnosticCode OwnerNotAsked = Error("TT0453", "Owner who does not get the question");
    public static readonly DiagnosticCode VoteOnWords = Error("TT0454", "Vote over words of one's own");

    public static readonly DiagnosticCode UnreachableState = Warning("TT0501", "Adversary state that cannot be reached");
    public static readonly DiagnosticCode RetryOfZero = Error("TT0502", "Retry without a wait");
    public static readonly DiagnosticCode StepTwice = Error("TT0503", "Step id used in two states");
    public static readonly DiagnosticCode EndlessCircle = Error("TT0504", "Attacker that goes round without end");
    public static readonly DiagnosticCode RetryTooOften = Error("TT0505", "Retry after too short a wait");

    public static readonly DiagnosticCode OneMeasure = Error("TT0601", "Rule without exactly one measure");
    public static readonly DiagnosticCode WorstNotBeyondBest = Error("TT0602", "Worst that is not beyond best");
    public static readonly DiagnosticCode UntilNotAfterFrom = Error("TT0603", "Measure that ends before it begins");
    public static readonly DiagnosticCode NoPoints = Error("TT0604", "Rule without points");

    public static readonly DiagnosticCode OutOfOrder = Error("TT0701", "Steps out of order");
    public static readonly DiagnosticCode DoOrAnswer = Error("TT0702", "Step that does not do exactly one thing");
    public static readonly DiagnosticCode AtOrDone = Error("TT0703", "Step without exactly one time");
    public static readonly DiagnosticCode StrayStepKey = Error("TT0704", "Key that does not fit the step");
    public static readonly DiagnosticCode TargetNeeded = Error("TT0705", "Step without the target that its action needs");
    public static readonly DiagnosticCode RoleMayNot = Warning("TT0706", "Role that may not decide the action");
    public static readonly DiagnosticCode SamePlaythrough = Error("TT0707", "Two playthroughs with one id");
    public static readonly DiagnosticCode DoneTooSoon = Warning("TT0708", "Action before it is possible");
    public static readonly DiagnosticCode AnsweredTooSoon = Warning("TT0709", "Answer before the question");
    public static readonly DiagnosticCode DoneTwice = Warning("TT0710", "Action a second time");
    public static readonly DiagnosticCode OverBudget = Warning("TT0711", "More hours than the phase has");
    public static readonly DiagnosticCode NoAnswer = Error("TT0715", "Answer that does not fit its question");

    public static readonly DiagnosticCode UnreadFlag = Warning("TT0801", "Flag that nobody asks for");
    public static readonly DiagnosticCode UnreadMark = Warning("TT0802", "Mark that nobody asks for");
    public static readonly DiagnosticCode UnreadCounter = Warning("TT0803", "Counter that nobody asks for");
    public static readonly DiagnosticCode NeverTrue = Warning("TT0804", "Condition that never holds");
    public static readonly DiagnosticCode AlwaysTrue = Warning("TT0805", "Condition that always holds");
    public static readonly DiagnosticCode InjectNeverComes = Warning("TT0806", "Inject that never comes");
    public static readonly DiagnosticCode RuleNeverScores = Warning("TT0807", "Rule that gives no team a point");
    public static readonly DiagnosticCode EndingNeverComes = Warning("TT0808", "Ending that no team can get");
    public static readonly DiagnosticCode ActionNeverPossible = Warning("TT0809", "Action that nobody can ever take");
    public static readonly DiagnosticCode IdleCredential = Warning("TT0810", "Credential that is of no use to anybody");
    public static readonly DiagnosticCode IdleAction = Warning("TT0811", "Action that changes and tells nothing");
    public static readonly DiagnosticCode IdleRole = Warning("TT0812", "Role with nothing to do");
    public static readonly DiagnosticCode EmptyPhase = Warning("TT0813", "Phase without injects");
    public static readonly DiagnosticCode UnusedObjective = Warning("TT0814", "Objective that no inject serves");
    public static readonly DiagnosticCode UnusedCondition = Warning("TT0815", "Named condition that nothing uses");
    public static readonly DiagnosticCode UnusedVariable = Warning("TT0816", "Variable that no text uses");
    public static readonly DiagnosticCode MissingTranslation = Warning("TT0817", "Texts without a translation");
    public static readonly DiagnosticCode HiddenAnswer = Warning("TT0821", "Answer that is never given");
    public static readonly DiagnosticCode HiddenWord = Warning("TT0822", "Word that leads to another topic");
    public static readonly DiagnosticCode IdleRepeat = Warning("TT0823", "Repeat that never comes to it");
    public static readonly DiagnosticCode IdleDeadline = Warning("TT0824", "Deadline that the exercise does not reach");
    public static readonly DiagnosticCode UnreadAnswer = Warning("TT0830", "Answer that makes no difference");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [.. Registered];

    static DiagnosticCode Error(string id, string title, [CallerMemberName] string name = "") => Register(new(id, name, title, Severity.Error));

    static DiagnosticCode Warning(string id, string title, [CallerMemberName] string name = "") => Register(new(id, name, title, Severity.Warning));

    static DiagnosticCode Register(DiagnosticCode code)
    {
        Registered.Add(code);
        return code;
    }
}
