using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>Something routes hang on: an application, a router, a blueprint, a controller, a scope.</summary>
/// <param name="Name">The local name (<c>app</c>, <c>authRouter</c>, a controller's class name).</param>
/// <param name="Prefix">What it puts in front of its routes.</param>
/// <param name="IsApplication">It is served by itself: nothing has to mount it.</param>
public sealed record Router(string Name, CodeValue? Prefix, bool IsApplication, string Framework, SourceSpan Span)
{
    public bool IsExported { get; init; }
}
