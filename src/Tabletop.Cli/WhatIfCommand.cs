using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop whatif PATH</c>: plays a playthrough again with some decisions otherwise, and says what would have followed.</summary>
static class WhatIfCommand
{
    const string History = "history";
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static System.CommandLine.Command Create()
    {
        var path = new Argument<DirectoryInfo>("path") { Description = "The scenario's folder." };
        var run = new Option<string>("--run") { Description = "The id of the playthrough to change.", DefaultValueFactory = _ => History };
        var remove = Several("--remove", "A decision left out: \"rotate c1\".");
        var move = Several("--move", "A decision at another time: \"isolate host@2023-11-23T16:35:00Z\".");
        var add = Several("--add", "A decision more: \"revoke c1@2023-10-20T09:00:00Z\".");
        var answer = Several("--answer", "A question answered otherwise: \"press-call closed\", with a time behind an @ if it was another one; by nobody: \"press-call none\".");
        var best = new Option<bool>("--best") { Description = "Finds the one change that would have helped most." };
        var json = new Option<bool>("--json") { Description = "Says it as JSON." };
        var command = new System.CommandLine.Command("whatif", "Changes decisions of a playthrough, history by default, and shows what would have followed. It is a simulation.")
        {
            path, run, remove, move, add, answer, best, json,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (Rehearse.Load(parsed.GetRequiredValue(path), output) is not { } scenario)
            {
                return ExitCode.Faults;
            }

            if (Rehearse.PlaythroughsOf(scenario).FirstOrDefault(item => item.Id == parsed.GetValue(run)) is not { } playthrough)
            {
                error.WriteLine($"{scenario.Id} has no playthrough '{parsed.GetValue(run)}'. It has: {string.Join(", ", Rehearse.PlaythroughsOf(scenario).Select(item => item.Id))}.");
                return ExitCode.Refused;
            }

            var played = PlaythroughRun.Of(scenario, playthrough);
            var reader = new ChangeReader(scenario, played, error);
            reader.Read(parsed.GetValue(remove), reader.Remove);
            reader.Read(parsed.GetValue(move), reader.Move);
            reader.Read(parsed.GetValue(add), reader.Add);
            reader.Read(parsed.GetValue(answer), reader.Answer);
            if (reader.Failed)
            {
                return ExitCode.Refused;
            }

            var changes = reader.Changes;
            if (parsed.GetValue(best))
            {
                var bar = new ProgressBar("trying", 1000);
                var found = BestChange.Of(scenario, played.Log, PlaythroughRun.TeamId, bar.Step);
                bar.Clear();
                if (!parsed.GetValue(json))
                {
                    output.WriteLine(found.Change is null
                        ? $"none of {found.Tried} single changes would have helped"
                        : $"of {found.Tried} single changes this would have helped most: {Words(found.Change, played)}{(found.Until is { } until ? $"; up to {Stamp(until)} it would have gained as much" : "")}");
                }

                changes = found.Change is null ? [] : [found.Change];
            }

            var after = WhatIf.Of(scenario, played.Log, PlaythroughRun.TeamId, changes);
            Say(playthrough, played, after, changes, parsed.GetValue(json), output);
            return ExitCode.Done;
        });
        return command;
    }

    static Option<string[]> Several(string name, string help) => new(name) { Description = help, AllowMultipleArgumentsPerToken = false, DefaultValueFactory = _ => [] };

    static void Say(Playthrough playthrough, PlaythroughRun before, WhatIf after, ImmutableArray<Change> changes, bool json, TextWriter output)
    {
        var dimensions = Enum.GetValues<Dimension>()
            .Select(dimension => (Name: dimension.ToString().ToLowerInvariant(), Before: before.Score.Of(dimension).Points, After: after.Score.Of(dimension).Points))
            .Append((Name: "total", Before: before.Score.Points, After: after.Score.Points))
            .ToList();
        var rules = before.Score.Lines.Zip(after.Score.Lines)
            .Where(pair => pair.First.Points != pair.Second.Points || pair.First.Judged != pair.Second.Judged)
            .ToList();
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new
            {
                simulation = true,
                run = playthrough.Id,
                changes = changes.Select(change => Words(change, before)),
                score = dimensions.ToDictionary(item => item.Name, item => new { before = item.Before, after = item.After }),
                ending = new { before = before.Ending.Id, after = after.Ending.Id },
                attacker = after.Path,
                rules = rules.Select(pair => new { id = pair.First.RuleId, before = pair.First.Points, after = pair.Second.Points, why = pair.Second.Why.ToString() }),
                impossible = after.Impossible.Select(item => new { action = item.Action, target = item.Target, question = item.Inject, at = item.At, why = item.Why.Message }),
            }, Indented));
            return;
        }

        output.WriteLine($"what if, in '{playthrough.Title}': {(changes.IsEmpty ? "nothing were otherwise" : string.Join("; ", changes.Select(change => Words(change, before))))}");
        output.WriteLine();
        output.WriteLine($"{"",-16}{"before",8}{"after",8}{"",8}");
        foreach (var (name, was, now) in dimensions)
        {
            output.WriteLine($"{name,-16}{Number(was),8}{Number(now),8}{(was == now ? "" : Number(now - was, signed: true)),8}");
        }

        output.WriteLine();
        output.WriteLine(before.Ending.Id == after.Ending.Id ? $"ending: {after.Ending.Id}, as before" : $"ending: {after.Ending.Id} instead of {before.Ending.Id}");
        output.WriteLine($"attacker: {string.Join(" > ", after.Path)}");
        foreach (var (was, now) in rules)
        {
            output.WriteLine($"{Number(now.Points - was.Points, signed: true),8}  {now.Title}. {now.Why}");
        }

        foreach (var item in after.Impossible)
        {
            output.WriteLine($"not possible then: {item.Action ?? "answer"} {item.Target ?? item.Inject} at {Stamp(item.At)}: {item.Why.Message}");
        }
    }

    static string Words(Change change, PlaythroughRun run)
    {
        string Of(string id)
        {
            var decision = run.Exercise.Teams[0].Decisions.First(item => item.Id == id);
            return $"{decision.Action} {decision.Target}".Trim();
        }

        return change switch
        {
            Change.Remove(var id) => $"without {Of(id)}",
            Change.Move(var id, var to) => $"{Of(id)} at {Stamp(to)}",
            Change.Add(var action, var target, var at) => $"{$"{action} {target}".Trim()} at {Stamp(at)}, too",
            Change.Answer(var inject, null, _) => $"nobody answers {inject}",
            Change.Answer(var inject, var reply, var at) => $"{inject} answered with {reply} at {Stamp(at)}",
            _ => "",
        };
    }

    static string Number(decimal points, bool signed = false) => points.ToString(signed ? "+0.0;-0.0" : "0.0", CultureInfo.InvariantCulture);

    static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>Changes as they are typed: an action, its target, and behind an @ a time.</summary>
sealed class ChangeReader(Scenario scenario, PlaythroughRun run, TextWriter error)
{
    readonly ImmutableArray<Change>.Builder _changes = ImmutableArray.CreateBuilder<Change>();

    /// <summary>Stands for an answer where nobody gave one.</summary>
    const string Nobody = "none";

    internal bool Failed { get; private set; }

    internal ImmutableArray<Change> Changes => _changes.ToImmutable();

    internal void Read(IEnumerable<string>? texts, Func<string, Change?> read)
    {
        foreach (var text in texts ?? [])
        {
            if (read(text) is { } change)
            {
                _changes.Add(change);
            }
            else
            {
                Failed = true;
            }
        }
    }

    internal Change? Remove(string text) => Decision(text) is { } id ? new Change.Remove(id) : null;

    internal Change? Move(string text) => Split(text) is var (deed, to) && Decision(deed) is { } id ? new Change.Move(id, to) : null;

    internal Change? Add(string text)
    {
        if (Split(text) is not var (deed, at))
        {
            return null;
        }

        var words = deed.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0 || !scenario.Actions.Contains(words[0]))
        {
            error.WriteLine($"{scenario.Id} has no action '{words.FirstOrDefault()}'. {Nearest.Ask(words.FirstOrDefault() ?? "", [.. scenario.Actions.Select(action => action.Id)])}");
            return null;
        }

        return new Change.Add(words[0], words.Length > 1 ? words[1] : null, at);
    }

    internal Change? Answer(string text)
    {
        var parts = text.Split('@', 2, StringSplitOptions.TrimEntries);
        var words = parts[0].Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var team = run.Exercise.Teams[0];
        if (words.Length == 0 || team.Inbox.FirstOrDefault(item => item.Inject == words[0]) is not { } asked || scenario.Injects[asked.Inject].Question is not { } question)
        {
            ImmutableArray<string> questions = [.. team.Inbox.Select(item => item.Inject).Where(id => scenario.Injects[id].Question is not null)];
            error.WriteLine($"Nothing was asked there by '{words.FirstOrDefault()}'. {Nearest.Ask(words.FirstOrDefault() ?? "", questions)}Questions: {string.Join(", ", questions)}.");
            return null;
        }

        var at = team.Answers.TryGetValue(asked.Inject, out var given) ? given.Given : asked.Released;
        if (parts.Length == 2)
        {
            if (Split(text) is not var (_, time))
            {
                return null;
            }

            at = time;
        }

        if (words is [_, Nobody])
        {
            return new Change.Answer(asked.Inject, null, at);
        }

        if (Reply.Read(question, question.CredentialsIn(scenario.Credentials), words.ElementAtOrDefault(1) ?? "", out var reply) is { } refusal)
        {
            error.WriteLine($"'{text}' is no answer to {asked.Inject}: {refusal.Message} Answers are: {string.Join("; ", Replies.Choices(scenario, question, out _))}; or {Nobody}.");
            return null;
        }

        return new Change.Answer(asked.Inject, reply!.Text, at);
    }

    (string Deed, DateTimeOffset At)? Split(string text)
    {
        var parts = text.Split('@', 2, StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && TimeText.TryTime(parts[1], out var time))
        {
            return (parts[0], time);
        }

        error.WriteLine($"'{text}' has no time. Write it behind an @: \"{parts[0]}@{TimeText.TimeForm}\".");
        return null;
    }

    string? Decision(string text)
    {
        var words = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var decisions = run.Exercise.Teams[0].Decisions;
        if (decisions.FirstOrDefault(item => $"{item.Action} {item.Target}".Trim() == words) is { } decision)
        {
            return decision.Id;
        }

        error.WriteLine($"Nobody decided '{text}' there. {Nearest.Ask(words, [.. decisions.Select(item => $"{item.Action} {item.Target}".Trim())])}"
            + $"There are: {string.Join(", ", decisions.Select(item => $"{item.Action} {item.Target}".Trim()).Distinct())}.");
        return null;
    }
}
