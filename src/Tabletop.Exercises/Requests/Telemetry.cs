using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Tabletop.Exercises;

/// <summary>Measures every request: a span, how long it took, and how it ended.</summary>
sealed class Telemetry<TRequest, TResponse> : Behaviour<TRequest, TResponse>
    where TRequest : Request
    where TResponse : IResult<TResponse>
{
    static readonly string Name = typeof(TRequest).Name;

    protected override async Task<TResponse> Around(TRequest request, Func<Task<TResponse>> next)
    {
        using var span = Telemetry.Spans.StartActivity(Name);
        var started = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var response = await next();
            outcome = response.Refusal is { } refusal ? $"refused {refusal.Code}" : "ok";
            return response;
        }
        finally
        {
            span?.SetTag("outcome", outcome);
            Telemetry.Requests.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds,
                new KeyValuePair<string, object?>("request", Name),
                new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}

/// <summary>What the server tells about itself, under the name <c>Tabletop</c>.</summary>
public static class Telemetry
{
    public const string Name = "Tabletop";

    internal static readonly ActivitySource Spans = new(Name);

    static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> Requests =
        Meter.CreateHistogram<double>("tabletop.request.duration", "s", "Time from a request to its answer");
}
