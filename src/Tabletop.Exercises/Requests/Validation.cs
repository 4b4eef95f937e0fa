namespace Tabletop.Exercises;

/// <summary>Refuses a request with something too long, empty or out of range in it.</summary>
sealed class Validation<TRequest, TResponse> : Behaviour<TRequest, TResponse>
    where TRequest : Request
    where TResponse : IResult<TResponse>
{
    protected override Task<TResponse> Around(TRequest request, Func<Task<TResponse>> next) =>
        request.Fault is { } fault ? Task.FromResult(TResponse.Refuse(new(RefusalCode.BadValue, fault))) : next();
}
