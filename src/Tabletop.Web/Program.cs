using Microsoft.AspNetCore.DataProtection;
using Tabletop.Web;

// Files that belong to the program are looked for beside it, whatever folder it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});

// TABLETOP_DATA and --data say the same; the command line wins.
builder.Configuration.AddEnvironmentVariables("TABLETOP_").AddCommandLine(args);
builder.ListenLocallyUnlessTold();

var places = Places.From(builder.Configuration);
builder.Services.AddSingleton(places);

builder.Services.AddDataProtection()
    .SetApplicationName("Tabletop")
    .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(places.Data, "keys")));

// Outside Development "dotnet run" serves like a published program: fingerprinted files are kept by browsers for good.
builder.WebHost.UseStaticWebAssets();
if (!builder.Environment.IsDevelopment())
    builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";

builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();

app.UseAntiforgery();
app.MapStaticAssets();

// A circuit without WebSocket compression takes less than half the memory and CPU per push; its messages are small.
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);

await app.RunAsync();
