using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Properties of a program on the JVM that its source, which takes others of the same root by name, never names.</summary>
/// <remarks>Source: Spring Boot reference, "Relaxed Binding": a field <c>signingSecret</c> takes <c>signing-secret</c>.</remarks>
internal sealed class UnreadProperties(Deployment deployment)
{
    private readonly IReadOnlyList<CodeFile> files = [.. deployment.Of<CodeFile>().Where(file => !file.IsTest)];

    private readonly HashSet<string> named = new(
        deployment
            .Of<ApplicationProperties>()
            .SelectMany(file => file.All)
            .SelectMany(property => property.Value.Variables)
            .Select(hole => PropertyNames.Canonical(hole.Variable ?? "")),
        StringComparer.Ordinal
    );

    /// <summary>The line of the properties in which the variable stands is one of these.</summary>
    public bool Hold(Component component, EnvironmentRead read) =>
        component
            .Properties.Where(file => file.File == read.Span.File)
            .SelectMany(file => file.All)
            .FirstOrDefault(each => each.Span.StartLine == read.Span.StartLine)
            is { } property
        && IsOfOwnRoot(property)
        && !named.Contains(property.Canonical)
        && !IsNamedInSource(property);

    /// <summary>Without a witness, a library may take it: <c>jwt.secret</c> of a starter.</summary>
    private bool IsOfOwnRoot(ApplicationProperty property) =>
        property.Key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
        && files
            .SelectMany(file => file.PropertyReads)
            .SelectMany(other => other.Value.Variables)
            .Any(hole => hole.Variable?.StartsWith(property.Key[..(dot + 1)], StringComparison.Ordinal) == true);

    private bool IsNamedInSource(ApplicationProperty property)
    {
        var last = property.Canonical[(property.Canonical.LastIndexOf('.') + 1)..];
        return files.Any(file => PropertyNames.Canonical(file.File.Text).Contains(last, StringComparison.Ordinal));
    }
}
