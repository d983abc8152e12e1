using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Bicep;

/// <summary>A service of <c>azure.yaml</c>.</summary>
/// <remarks>Source: Azure Developer CLI, "azure.yaml schema", services.</remarks>
public sealed record AzdService(Fact<string> Name)
{
    /// <summary>The directory of its source, from the file's directory.</summary>
    public Fact<string>? Project { get; init; }

    /// <summary><c>containerapp</c>, <c>appservice</c>, <c>function</c>, <c>staticwebapp</c>, <c>aks</c>…</summary>
    public string Host { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>An image that is built elsewhere.</summary>
    public Fact<string>? Image { get; init; }

    /// <summary>The Dockerfile, from the project's directory.</summary>
    public Fact<string>? Dockerfile { get; init; }

    /// <summary>The build context, from the project's directory.</summary>
    public Fact<string>? Context { get; init; }

    public Fact<string>? Target { get; init; }

    /// <summary>It is built from a Dockerfile, rather than by the platform.</summary>
    public bool IsContainer => Image is null && (Host is "containerapp" or "aks" || Dockerfile is not null);
}
