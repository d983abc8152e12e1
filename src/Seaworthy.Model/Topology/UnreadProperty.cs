using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A property, or the variable that sets it, under a name that nothing reads any more.</summary>
/// <param name="Name">As it is given: <c>spring.redis.host</c>, <c>SPRING_REDIS_HOST</c>.</param>
/// <param name="Now">The name to give it.</param>
/// <param name="Span">Where it is given.</param>
public sealed record UnreadProperty(string Name, string Now, SourceSpan Span);
