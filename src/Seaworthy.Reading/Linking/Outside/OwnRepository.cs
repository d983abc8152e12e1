using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Outside;

/// <summary>The name that the repository has on GitHub, where its README leaves no doubt: <c>acme/shop</c>.</summary>
internal sealed class OwnRepository
{
    private const int FewestLinks = 2;

    private static readonly PerDeployment<OwnRepository> Known = new(deployment => new OwnRepository(deployment));

    private OwnRepository(Deployment deployment)
    {
        var linked = deployment
            .Of<Document>()
            .Where(document => document.File.Path.Equals("README.md", StringComparison.OrdinalIgnoreCase))
            .SelectMany(document => document.LinkedRepositories)
            .ToList();
        Name = linked.Count >= FewestLinks && linked.DistinctBy(name => name.Value, StringComparer.Ordinal).Count() == 1 ? linked[0] : null;
    }

    /// <summary>Null where nothing says it, or several are linked.</summary>
    public Fact<string>? Name { get; }

    public static OwnRepository Of(Deployment deployment) => Known.Of(deployment);

    /// <summary>The value of a name of the <c>github</c> context or of the runner that tells the repository; null for others.</summary>
    /// <remarks>Source: GitHub Docs, "Contexts reference", github context, and "Variables reference", default variables.</remarks>
    public string? Value(string name) =>
        Name is not { Value: var own }
            ? null
            : name switch
            {
                "github.repository" or "GITHUB_REPOSITORY" => own,
                "github.repository_owner" or "GITHUB_REPOSITORY_OWNER" => own[..own.IndexOf('/', StringComparison.Ordinal)],
                "github.event.repository.name" => own[(own.IndexOf('/', StringComparison.Ordinal) + 1)..],
                _ => null,
            };
}
