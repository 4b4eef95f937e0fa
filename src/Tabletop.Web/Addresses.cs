using System.Net;
using System.Net.Sockets;
using Tabletop.Exercises;

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

    /// <summary>
    /// Tries the ports before anything else is started: the web server itself only finds out when everything runs, and has
    /// to take it all down again.
    /// </summary>
    /// <exception cref="StartupException">One of them is in use.</exception>
    public static void EnsureFree(this WebApplicationBuilder builder)
    {
        var urls = builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) ?? "";
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            EnsureFree(url);
    }

    static void EnsureFree(string url)
    {
        var address = BindingAddress.Parse(url);
        if (address.Port == 0 || address.IsUnixPipe || address.IsNamedPipe)
            return;

        try
        {
            using var probe = new TcpListener(PlaceOf(address.Host), address.Port);
            probe.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new StartupException(
                $"Can't listen on {url}: address already in use. Stop the program that listens there, or name another address with --urls.", e);
        }
        catch (SocketException)
        {
            // Whatever else is wrong with the address, the web server says it better.
        }
    }

    static IPAddress PlaceOf(string host) => host == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(host.Trim('[', ']'), out var place) ? place
        : IPAddress.Any;
}
