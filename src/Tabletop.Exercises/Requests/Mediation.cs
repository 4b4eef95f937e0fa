using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Tabletop.Exercises;

/// <summary>
/// How requests find their handlers. All that differs between MediatR 5 (used here) and 12.5 stands in this file.
/// </summary>
static class Mediation
{
    public static void AddMediation(this IServiceCollection services)
    {
        services.AddTransient<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddTransient<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblyOf<Request>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithTransientLifetime());

        // From the outside in.
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Telemetry<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Authorisation<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Validation<,>));
    }
}

/// <summary>Something that stands around every handler.</summary>
abstract class Behaviour<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : Request
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        Around(request, () => next());

    protected abstract Task<TResponse> Around(TRequest request, Func<Task<TResponse>> next);
}
