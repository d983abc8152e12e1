using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>Which service of <c>azure.yaml</c> a resource runs: the one that its tag names, whatever its image says until azd deploys.</summary>
/// <remarks>Source: Azure Developer CLI, "Make your project compatible with azd", tag <c>azd-service-name</c>.</remarks>
internal sealed class AzdServices(Deployment deployment, BicepFile root)
{
    private const string Tag = "azd-service-name";

    private readonly AzdProject? project = deployment
        .Of<AzdProject>()
        .FirstOrDefault(project =>
            RepositoryPath.Join(project.File.Directory, project.Infrastructure) is { } directory
            && (directory.Length == 0 || root.File.Path.StartsWith(directory + "/", StringComparison.Ordinal))
        );

    public AzdService? Of(CloudValue body) =>
        body["tags"]?[Tag]?.Known is { } name ? project?.Services.FirstOrDefault(service => service.Name.Value == name) : null;

    /// <summary>The directory of its source, from the repository's root.</summary>
    public static string? DirectoryOf(AzdService service) =>
        service.Project is { } written ? RepositoryPath.Join(service.Name.Span.File.Directory, written.Value) : null;
}
