using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Keeps a photo or document for an observation that is about to be written down.</summary>
public sealed record KeepObservedFile(Caller Caller, string Exercise, string Name, ImmutableArray<byte> Bytes) : Request<ObservedFile>(Caller)
{
    public const int MostBytes = 5 * 1024 * 1024;

    public string Name { get; } = Limits.OneLine(Name);

    internal override Access Access => new Access.EvaluatorOf(Exercise);

    internal override Phrase? Fault => Limits.Between(Name, 1, 200, "a file name")
        ?? (Bytes.Length is > 0 and <= MostBytes ? null : (Phrase)$"A file has 1 byte to {MostBytes / 1024 / 1024} MB.");
}

sealed class KeepObservedFileHandler(ExerciseFeed feed, EventStore store, Passes passes) : IRequestHandler<KeepObservedFile, Result<ObservedFile>>
{
    static readonly Refusal OtherType = new(RefusalCode.BadValue, "Only photos (JPEG, PNG, WebP) and PDF files can be attached.");
    static readonly Refusal Full = new(RefusalCode.BadValue, "The files of this exercise have reached 200 MB. Write down what the photo shows.");

    public async Task<Result<ObservedFile>> Handle(KeepObservedFile request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        if (!read.Ok)
            return read.Refusal;
        if (!passes.Evaluates(request.Caller, read.Value, null))
            return ExerciseFeed.NoPass;
        if (ObservedFileType.Of(request.Bytes.AsSpan()) is not var (type, ending))
            return OtherType;

        var name = Path.GetFileNameWithoutExtension(request.Name.Replace('\\', '/').Split('/')[^1]);
        name = string.Concat(name.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Trim();
        return store.KeepFile(request.Exercise, request.Bytes.AsSpan()) is { } hash
            ? new ObservedFile(hash, (name.Length > 0 ? name : "file") + ending, type, request.Bytes.Length)
            : Full;
    }
}

/// <summary>What is in a file of an observation, for facilitators and for evaluators of the team.</summary>
/// <param name="Id">As <see cref="ObservedFile.Id"/>.</param>
public sealed record OpenObservedFile(Caller Caller, string Exercise, string Id) : Request<ObservedContent>(Caller)
{
    internal override Access Access => new Access.EvaluatorOf(Exercise);

    internal override Phrase? Fault => Limits.Id(Id, "file id");
}

public sealed record ObservedContent(ObservedFile File, ImmutableArray<byte> Bytes);

sealed class OpenObservedFileHandler(ExerciseFeed feed, EventStore store, Passes passes) : IRequestHandler<OpenObservedFile, Result<ObservedContent>>
{
    static readonly Refusal NotThere = new(RefusalCode.NotYours, "There is no such file among the observations that you may read.");

    public async Task<Result<ObservedContent>> Handle(OpenObservedFile request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        if (!read.Ok)
            return read.Refusal;

        return read.Value.Observations
            .Where(seen => passes.Evaluates(request.Caller, read.Value, seen.Team))
            .SelectMany(seen => seen.Files)
            .FirstOrDefault(file => file.Id == request.Id) is { } file && store.ReadFile(request.Exercise, file.Id) is { } bytes
            ? new ObservedContent(file, [.. bytes])
            : NotThere;
    }
}

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
static class ObservedFileType
{
    public static (string Type, string Ending)? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? ("image/jpeg", ".jpg")
        : bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? ("image/png", ".png")
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? ("image/webp", ".webp")
        : bytes.StartsWith("%PDF-"u8) ? ("application/pdf", ".pdf")
        : null;
}
