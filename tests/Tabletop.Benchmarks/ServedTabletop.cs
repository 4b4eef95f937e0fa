using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.TestKit;

namespace Tabletop.Benchmarks;

/// <summary>
/// The whole web program with the shipped scenarios. A line on standard input is what its facilitator does next; the
/// requests go through the mediator as those of the facilitator's page do.
/// </summary>
sealed class ServedTabletop(string data) : WebApplicationFactory<Program>
{
    public const string Verb = "serve-tabletop";
    const string Flagship = "okta-cloudflare-2023";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("data", data);
        builder.UseSetting("scenarios", Repository.PathTo("scenarios"));
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
    }

    public static async Task<int> Serve(string data)
    {
        await using var server = new ServedTabletop(data);
        server.UseKestrel(0);
        server.StartServer();
        Console.WriteLine($"> {server.ClientOptions.BaseAddress}");
        while (await Console.In.ReadLineAsync() is { } line)
            Console.WriteLine($"> {await server.Do(line.Split('|'))}");
        return 0;
    }

    async Task<string> Do(string[] words)
    {
        switch (words)
        {
            case ["open", var pace]:
                var opened = await Ask(new OpenExercise(Caller.Facilitator, Flagship, pace));
                return $"{opened.Exercise}|{opened.Code}";
            case ["seat", var code, var team, var newTeam, var name, var role]:
                var seat = await Ask(new JoinExercise(Caller.Nobody, code, team, newTeam, name, role));
                return $"{seat.Team}|{seat.Ticket}";
            case ["link"]:
                return Services.GetRequiredService<SignInLinks>().New();
            case ["start", var exercise]:
                return await Version(new Start(Caller.Facilitator, exercise));
            case ["speed", var exercise, var permille]:
                return await Version(new SetSpeed(Caller.Facilitator, exercise, int.Parse(permille, CultureInfo.InvariantCulture)));
            case ["step", var exercise]:
                return await Version(new StepToNextInject(Caller.Facilitator, exercise));
            case ["write", var exercise, var title]:
                return await Version(new WriteInject(Caller.Facilitator, exercise, Channel.Email, "Facilitator", title, Injects.Body, []));
            case ["end", var exercise]:
                return await Version(new EndExercise(Caller.Facilitator, exercise));
            default:
                throw new InvalidOperationException($"No such line: {string.Join('|', words)}");
        }
    }

    async Task<string> Version(ExerciseRequest request) => (await Ask(request)).Version.ToString(CultureInfo.InvariantCulture);

    async Task<T> Ask<T>(Exercises.Request<T> request) where T : notnull
    {
        var result = await Services.GetRequiredService<IMediator>().Send(request);
        return result.Ok ? result.Value : throw new InvalidOperationException($"{request}: {result.Refusal}");
    }
}
