using Microsoft.Extensions.DependencyInjection;

namespace Tabletop.Exercises;

static class AuthoringServices
{
    public static void AddAuthoring(this IServiceCollection services, ScenarioLibrary library)
    {
        services.AddSingleton(library);
        services.AddSingleton<AuthoringStore>();
        services.AddSingleton<ScenarioWriter>();
        services.AddSingleton<Rehearsing>();
        services.AddSingleton(provider => new LibraryWatch(library, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AuthorsPresent(provider.GetRequiredService<AuthoringStore>()));
    }
}
