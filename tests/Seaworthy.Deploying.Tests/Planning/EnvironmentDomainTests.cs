using Seaworthy.Deploying.Planning;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Deploying.Tests.Planning;

public sealed class EnvironmentDomainTests
{
    private const string Labelled = """
        services:
          web:
            image: nginx
            ports: ["80:8080", "443:8080"]
            labels:
              seaworthy.domain: shop.example
          api:
            image: nginx
        """;

    private const string Plain = """
        services:
          web:
            image: nginx
            ports: ["80:8080", "443:8080"]
          api:
            image: nginx
        """;

    [Fact]
    public void It_replaces_the_label_of_the_service_that_has_it() =>
        Assert.Equal(["staging.shop.example"], Hosts(Labelled, new DeclaredDomain(Fact("staging.shop.example"), null), "web"));

    [Fact]
    public void Without_a_label_the_service_on_443_has_it() =>
        Assert.Equal(["a.example", "b.example"], Hosts(Plain, new DeclaredDomain(Fact("a.example, b.example"), null), "web"));

    [Fact]
    public void A_service_can_be_named() =>
        Assert.Equal(["api.example"], Hosts(Plain, new DeclaredDomain(Fact("api.example"), "api"), "api"));

    [Theory]
    [InlineData(null, "seaworthy.yaml names a domain, and no service has the label seaworthy.domain or publishes port 443")]
    [InlineData("shop", "seaworthy.yaml gives a domain to 'shop', and compose.yaml has no such service")]
    public void A_domain_without_its_service_is_a_problem(string? service, string problem)
    {
        var rendered = Render("services: {web: {image: nginx, ports: ['80:8080']}}", new DeclaredDomain(Fact("shop.example"), service));

        Assert.Contains(rendered.Problems, found => found.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_services_nobody_can_choose()
    {
        var rendered = Render(
            Labelled.Replace(
                "  api:\n    image: nginx",
                "  api:\n    image: nginx\n    labels: {seaworthy.domain: api.example}",
                StringComparison.Ordinal
            ),
            new DeclaredDomain(Fact("shop.example"), null)
        );

        Assert.Contains(
            "seaworthy.yaml names a domain, and web, api could have it: write it below the name of the service",
            rendered.Problems
        );
    }

    private static IReadOnlyList<string> Hosts(string compose, DeclaredDomain domain, string service) =>
        Render(compose, domain).Project.Services.First(each => each.Name == service).Domain?.Hosts ?? [];

    private static RenderedProject Render(string compose, DeclaredDomain domain)
    {
        using MemoryRepository repository = new([new MemoryFile("compose.yaml", compose)]);
        var deployment = new DeploymentReader().Read(repository).Deployment;
        var stack = deployment.ComposeStacks[0];
        var target = deployment.Targets.First(each => each.Name == stack.Name);
        return new ProjectRendering(stack, target, "/repository", new Dictionary<string, string>(), _ => null)
        {
            Domains = [domain],
        }.Render(environment: "staging");
    }

    private static Fact<string> Fact(string text) => new(text, new SourceFile("seaworthy.yaml", "").Whole);
}
