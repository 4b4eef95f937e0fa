using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What a template made of an exercise would keep.</summary>
public sealed record PrepareTemplate(Caller Caller, string Exercise) : Request<Preparation>(Caller)
{
    internal override Access Access => new Access.FacilitatorOf(Exercise);
}

/// <summary>Keeps how an exercise is prepared under a name. The answer is the template's id.</summary>
/// <param name="KeepsText">New exercises have the scenario's text as it is in this one; otherwise the newest.</param>
/// <param name="WithTeams">The names of its teams, too.</param>
public sealed record SaveTemplate(Caller Caller, string Exercise, string Name, bool KeepsText, bool WithTeams) : Request<string>(Caller)
{
    public string Name { get; } = Limits.OneLine(Name);

    internal override Access Access => new Access.FacilitatorOf(Exercise);

    internal override Phrase? Fault => Limits.Between(Name, 1, Limits.Title, "a name");
}

/// <summary>Every template of the server, in order of name.</summary>
public sealed record ListTemplates(Caller Caller) : Request<ImmutableArray<TemplateRow>>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

public sealed record RenameTemplate(Caller Caller, string Template, string Name) : Request<string>(Caller)
{
    public string Name { get; } = Limits.OneLine(Name);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Limits.Between(Name, 1, Limits.Title, "a name");
}

/// <summary>Takes a template away for good. Exercises that were opened from it stay.</summary>
public sealed record DeleteTemplate(Caller Caller, string Template) : Request<string>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

/// <summary>Opens an exercise as a template has it; what the scenario has no place for any more is left out.</summary>
/// <param name="Title">Empty: the template's.</param>
/// <param name="AsKept">With the scenario's text as it was when the template was made; otherwise the newest.</param>
public sealed record OpenTemplate(Caller Caller, string Template, string Title, bool AsKept) : Request<OpenedExercise>(Caller)
{
    public string Title { get; } = Limits.OneLine(Title);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Limits.Between(Title, 0, Limits.Title, "a title");
}

sealed class PrepareTemplateHandler(ExerciseFeed feed, EventStore store) : IRequestHandler<PrepareTemplate, Result<Preparation>>
{
    public async Task<Result<Preparation>> Handle(PrepareTemplate request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        return !read.Ok ? read.Refusal
            : read.Value.Mode is ExerciseMode.Facilitated or ExerciseMode.Door ? Preparation.Of(read.Value, store.Read(request.Exercise, after: 0))
            : new Refusal((int)RejectionCode.NotNow, "Only an exercise that was opened on the host page can become a template.");
    }
}

sealed class SaveTemplateHandler(IMediator mediator, EventStore exercises, AuthoringStore store) : IRequestHandler<SaveTemplate, Result<string>>
{
    public async Task<Result<string>> Handle(SaveTemplate request, CancellationToken cancellationToken)
    {
        var prepared = await mediator.Send(new PrepareTemplate(request.Caller, request.Exercise), cancellationToken);
        if (!prepared.Ok)
            return prepared.Refusal;

        var id = Ids.Short("template-");
        var kept = prepared.Value with
        {
            KeepsText = request.KeepsText,
            Teams = request.WithTeams ? prepared.Value.Teams : [],

            // What is for one team has nobody to go to without it.
            Injects = request.WithTeams ? prepared.Value.Injects : prepared.Value.Injects.RemoveAll(inject => inject.Team is not null),
        };
        return store.Keep(id, request.Name, store.NameOf(request.Caller.Person), kept, ((Event.Opened)exercises.Read(request.Exercise, after: 0)[0]).Sources) ? id : TemplateNames.Taken(request.Name);
    }
}

sealed class ListTemplatesHandler(AuthoringStore store, ScenarioLibrary library) : IRequestHandler<ListTemplates, Result<ImmutableArray<TemplateRow>>>
{
    // Off the page's thread: what has changed is compiled.
    public Task<Result<ImmutableArray<TemplateRow>>> Handle(ListTemplates request, CancellationToken cancellationToken) => Task.Run(List, cancellationToken);

    Result<ImmutableArray<TemplateRow>> List()
    {
        var folders = library.Look().ToList();
        return store.ListTemplates().Select(template => RowOf(template, folders.FindAll(folder => folder.Id == template.Prepared.Scenario))).ToImmutableArray();
    }

    static TemplateRow RowOf(ExerciseTemplate template, List<LibraryFolder> folders)
    {
        if (folders.Find(folder => folder.Scenario is not null)?.Scenario is not { } scenario)
            return new(template, folders.Count == 0 ? TemplateScenario.Gone : TemplateScenario.Broken, []);

        var (had, has) = (template.Prepared, template.Prepared.FitTo(scenario));
        return new(
            template,
            scenario.Hash == had.Hash ? TemplateScenario.AsItWas : TemplateScenario.Changed,
            [.. had.Pace == has.Pace ? [] : new[] { had.PaceTitle }, .. had.Names.Keys.Except(has.Names.Keys), .. had.Language == has.Language ? [] : new[] { had.Language! },
                .. had.Injects.Except(has.Injects).Select(inject => inject.Title)]);
    }
}

sealed class RenameTemplateHandler(AuthoringStore store) : IRequestHandler<RenameTemplate, Result<string>>
{
    public Task<Result<string>> Handle(RenameTemplate request, CancellationToken cancellationToken) => Task.FromResult<Result<string>>(
        store.FindTemplate(request.Template) is null ? TemplateNames.Unknown
        : store.RenameTemplate(request.Template, request.Name) ? request.Name
        : TemplateNames.Taken(request.Name));
}

sealed class DeleteTemplateHandler(AuthoringStore store) : IRequestHandler<DeleteTemplate, Result<string>>
{
    public Task<Result<string>> Handle(DeleteTemplate request, CancellationToken cancellationToken)
    {
        store.DeleteTemplate(request.Template);
        return Task.FromResult<Result<string>>(request.Template);
    }
}

sealed class OpenTemplateHandler(AuthoringStore store, ScenarioShelf shelf, ExerciseGrains grains, Facilitators facilitators) : IRequestHandler<OpenTemplate, Result<OpenedExercise>>
{
    public async Task<Result<OpenedExercise>> Handle(OpenTemplate request, CancellationToken cancellationToken)
    {
        if (store.FindTemplate(request.Template) is not var (template, sources))
            return TemplateNames.Unknown;

        var prepared = template.Prepared;
        Result<ShelvedScenario> found;
        if (request.AsKept)
        {
            found = shelf.Of(sources, prepared.Settings);
        }
        else
        {
            var newest = shelf.Find(prepared.Scenario);
            if (!newest.Ok)
                return newest.Refusal;

            prepared = prepared.FitTo(newest.Value.Scenario);
            found = shelf.Find(prepared.Scenario, prepared.Settings);
        }

        if (!found.Ok)
            return found.Refusal;

        var by = facilitators.Of(request.Caller);
        var (scenario, texts) = found.Value;
        return await grains.Open(
            new(scenario, texts, request.Title.Length > 0 ? request.Title : prepared.Title, prepared.Pace, prepared.Alone ? ExerciseMode.Door : ExerciseMode.Facilitated) { Settings = found.Value.Settings, By = by },
            [.. prepared.First(scenario).Select(command => command with { Id = Ids.New(), Facilitator = by })]);
    }
}

static class TemplateNames
{
    public static Refusal Unknown { get; } = new(RefusalCode.BadValue, "This template is not there any more. Somebody may have deleted it.");

    public static Refusal Taken(string name) => new(RefusalCode.Taken, $"There is a template \"{name}\" already. Choose another name, or delete that one first.");
}
