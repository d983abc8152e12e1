using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An application of Spring Boot whose release the repository states.</summary>
/// <param name="Release">Of Spring Boot, and where it is stated.</param>
/// <param name="Unread">What it is given under names that this release no longer reads.</param>
public sealed record SpringApplication(Component Component, Fact<string> Release, IReadOnlyList<UnreadProperty> Unread)
{
    /// <summary>Its <c>bootstrap.yml</c> and the like, each with the properties that no other file of it sets.</summary>
    public IReadOnlyList<BootstrapFile> Bootstraps { get; init; } = [];
}
