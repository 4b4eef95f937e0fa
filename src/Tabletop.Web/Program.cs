using Microsoft.AspNetCore.DataProtection;
using Tabletop.Exercises;
using Tabletop.Web;
using Tabletop.Web.Evaluate;
using Tabletop.Web.Language;
using Tabletop.Web.Play;
using Tabletop.Web.Prepare;

try
{
    await Serve(args);
    return 0;
}
catch (StartupException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{e.Message} Stop the program that listens there, or name another address with --urls.");
    return 1;
}

static async Task Serve(string[] args)
{
    // Files that belong to the program are looked for beside it, whatever folder it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = AppContext.BaseDirectory,
    });

    // TABLETOP_DATA and --data say the same; the command line wins.
    builder.Configuration.AddEnvironmentVariables("TABLETOP_").AddCommandLine(args);
    builder.ListenLocallyUnlessTold();
    builder.EnsureFree();

    var places = Places.From(builder.Configuration);
    builder.Services.AddSingleton(places);

    var shelf = ScenarioShelf.Load(new(places.Scenarios, places.ScenariosAreTheirs, places.Data), Console.Error.WriteLine);
    builder.AddExercises(shelf, EventStore.Open(DataFolder.Open(places.Data)));

    builder.Services.AddDataProtection()
        .SetApplicationName("Tabletop")
        .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(places.Data, "keys")));

    builder.AddSignIn();
    builder.AddLanguages();
    builder.AddExerciseHub();

    // Outside Development "dotnet run" serves like a published program: fingerprinted files are kept by browsers for good.
    builder.WebHost.UseStaticWebAssets();
    if (!builder.Environment.IsDevelopment())
        builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";

    // A room of a hundred may lose its network together, and a page that hears nothing for some seconds says so (keep.js).
    builder.Services.AddRazorComponents()
        .AddInteractiveServerComponents(options => options.DisconnectedCircuitMaxRetained = 300)
        .AddHubOptions(options => options.KeepAliveInterval = TimeSpan.FromSeconds(3));
    builder.Services.AddScoped<CurrentCaller>().AddScoped<PageFeed>().AddScoped<Asking>();
    builder.Services.AddSingleton<Tabletop.Exercises.Views.ControlRooms>();
    builder.Services.AddSingleton<Tabletop.Exercises.Views.HistoryRooms>();
    builder.Services.AddSingleton<Tabletop.Exercises.Views.BestChanges>();

    await using var app = builder.Build();

    app.UseSecurityHeaders();
    app.UseLanguages();
    app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    app.UseSignIn();
    app.UseAntiforgery();
    app.MapStaticAssets();
    app.MapSignIn();
    app.MapLanguages();
    app.MapPasses();
    app.MapLobby();
    app.MapRoster();
    app.MapRehearsals();
    app.MapTemplates();
    app.MapLogs();
    app.MapAttachments();
    app.MapObservedFiles();
    app.MapAuthor();
    app.MapExerciseHub();
    app.MapGet("/health", () => Results.Text("ok"));

    // Milliseconds since 1970, for check.js.
    app.MapGet("/check/time", (TimeProvider time) => Results.Text(time.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)));

    // A circuit without WebSocket compression takes less than half the memory and CPU per push; its messages are small.
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);

    await app.RunAsync();
}
