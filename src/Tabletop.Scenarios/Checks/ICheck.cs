using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>Looks at one concern that needs more than one part of the scenario to judge.</summary>
interface ICheck
{
    void Run(ScenarioDraft scenario, Draft all, Report report);
}

static class Checks
{
    /// <summary>Those that find errors, and a few warnings near them. A new one is a class in this folder and a line here.</summary>
    public static readonly ImmutableArray<ICheck> All =
    [
        new NamesAreKnown(),
        new QuestionsCanBeAnswered(),
        new AnswersFitTheirQuestions(),
        new QuestionsSayWhoseAnswerCounts(),
        new PhasesFollowEachOther(),
        new TimesAreInside(),
        new TargetsAreTargetable(),
        new ToolsAreNotActions(),
        new HoldsComeToAnEnd(),
        new StatesAreReachable(),
        new StepIdsAreUnique(),
        new AttackerTakesTime(),
        new FindingsHaveWhatTheyName(),
        new EndingsCoverAll(),
        new PlaythroughsArePlayable(),
        new PlaythroughIdsAreUnique(),
    ];

    /// <summary>What is worth a warning in a scenario that can be played. They look at the whole, so they wait until there is one.</summary>
    public static readonly ImmutableArray<ICheck> Lints =
    [
        new NamesAreRead(),
        new NamedConditionsAreUsed(),
        new ConditionsCanGoBothWays(),
        new CredentialsAreOfUse(),
        new ActionsDoSomething(),
        new RolesHaveSomethingToDo(),
        new ObjectivesAreServed(),
        new PhasesHaveInjects(),
        new PlaythroughsAreBelievable(),
        new AnswersAreGiven(),
        new RepeatsComeToIt(),
        new DeadlinesComeToPass(),
        new AnswersAreRead(),
        new TextsAreWhole(),
    ];
}
