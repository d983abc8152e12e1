using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>Routes that a configuration imports from elsewhere.</summary>
/// <param name="Resource">A directory of controllers, a file, a bundle's file (<c>@WebProfilerBundle/…</c>), a service.</param>
/// <param name="Type"><c>attribute</c>, <c>annotation</c>, <c>service</c>, <c>api_platform</c>…; null when nothing says.</param>
public sealed record SymfonyRouteImport(string Resource, string? Type, Fact<string>? Prefix, SourceSpan Span)
{
    /// <summary>Controllers of the application, whose attributes are read.</summary>
    public bool IsOfControllers =>
        Resource.Contains("ontroller", StringComparison.Ordinal) && !Resource.StartsWith('@')
        || (Type is "attribute" or "annotation" && Resource.Contains("src", StringComparison.Ordinal))
        || Resource is "routing.controllers";
}
