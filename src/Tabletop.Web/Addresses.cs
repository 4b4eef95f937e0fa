namespace Tabletop.Web;

static class Addresses
{
    const string Default = "http://localhost:5080";

    /// <summary>Listens on <c>http://localhost:5080</c> unless the command line, the environment or a settings file names another address.</summary>
    public static void ListenLocallyUnlessTold(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var told = settings[WebHostDefaults.ServerUrlsKey] ?? settings["http_ports"] ?? settings["https_ports"];

        // As a setting in appsettings.json the default would win over ASPNETCORE_URLS.
        if (told is null && !settings.GetSection("Kestrel:Endpoints").GetChildren().Any())
            builder.WebHost.UseUrls(Default);
    }
}
