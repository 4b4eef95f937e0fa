using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Serialization;
using Tabletop.Engine;

namespace Tabletop.Exercises;

public static class Hosting
{
    /// <summary>Adds live exercises to a program: requests, grains in this process, feed. Needs data protection beside it.</summary>
    /// <param name="store">Disposed with the program's services.</param>
    public static void AddExercises(this IHostApplicationBuilder builder, ScenarioShelf shelf, EventStore store)
    {
        var services = builder.Services;
        services.AddMediation();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => store);
        services.AddSingleton(shelf);
        services.AddSingleton<Tickets>();
        services.AddSingleton<Passes>();
        services.AddSingleton<SeatLinks>();
        services.AddSingleton<LinkedSeats>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SeatOffers>();
        services.AddSingleton<WrongTries>();
        services.AddSingleton<SoloTries>();
        services.AddSingleton<CodeLookup>();
        services.AddSingleton<Authorisation>();
        services.AddSingleton<Facilitators>();
        services.AddSingleton<ExerciseGrains>();
        services.AddSingleton<ExerciseFeed>();
        services.AddSingleton<Doors>();
        services.AddAuthoring(shelf.Library);
        builder.UseOrleans(AddSilo);
        services.AddHostedService<RunningExercises>();
    }

    static void AddSilo(ISiloBuilder silo)
    {
        // Nobody but this process talks to the silo: any free port will do, and there is no gateway.
        silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
        silo.Configure<ClusterOptions>(options => options.ServiceId = options.ClusterId = "tabletop");
        silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(
            type => type.IsAssignableTo(typeof(Command)) || type.IsAssignableTo(typeof(Event)) || type == typeof(Answer)));
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
