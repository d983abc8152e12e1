using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Bicep;

/// <summary><c>azure.yaml</c>: the services that the Azure Developer CLI builds and deploys, and where their infrastructure is declared.</summary>
/// <remarks>Source: Azure Developer CLI, "azure.yaml schema".</remarks>
public sealed record AzdProject(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<AzdService> Services { get; init; } = [];

    /// <summary><c>infra.path</c>, from the file's directory.</summary>
    public string Infrastructure { get; init; } = "infra";
}
