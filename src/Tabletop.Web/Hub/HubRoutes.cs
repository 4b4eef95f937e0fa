using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tabletop.Web;

static class HubRoutes
{
    public const string Path = "/hubs/exercise";
    const long MostBytes = 32 * 1024;

    public static void AddExerciseHub(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HubPumps>();
        builder.Services.AddSignalR()
            .AddHubOptions<ExerciseHub>(options => options.MaximumReceiveMessageSize = MostBytes)
            .AddJsonProtocol(options => Shape(options.PayloadSerializerOptions));
    }

    public static void MapExerciseHub(this WebApplication app)
    {
        // Cookies go with a WebSocket that a page of another port opens; its origin gives it away.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal) && IsForeign(context.Request),
            branch => branch.Run(context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return context.Response.WriteAsync("Pages of other sites can't connect.");
            }));
        app.MapHub<ExerciseHub>(Path);
    }

    /// <summary>The event JSON of the store, so that there is one form of it.</summary>
    internal static void Shape(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Add(new JsonStringEnumConverter());
    }

    static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
