using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Compose;

/// <summary>Compose files that an environment of <c>seaworthy.yaml</c> loads together.</summary>
public sealed class DeclaredEnvironmentTests
{
    [Fact]
    public void Its_files_are_a_project_beside_those_that_Compose_finds_by_itself()
    {
        var stacks = Stacks(Environment("staging", "compose.yaml", "deploy/extra.yaml"));

        Assert.Equal(["deploy/extra.yaml", "compose.yaml"], stacks.Select(stack => stack.Name));
        Assert.Equal(["web", "cache"], stacks[0].Project.Services.Select(service => service.Name.Value));
        Assert.Equal(TargetEnvironment.Staging, stacks[0].Environment);
        Assert.Equal("seaworthy.yaml names it staging", stacks[0].EnvironmentBecause);
    }

    [Fact]
    public void A_name_that_says_nothing_is_for_production() =>
        Assert.Equal(TargetEnvironment.Production, Stacks(Environment("customer-7", "compose.yaml"))[0].Environment);

    [Fact]
    public void A_file_that_is_not_there_makes_it_partial() =>
        Assert.Equal(
            "the environment prod (seaworthy.yaml) names a file that was not read",
            Stacks(Environment("prod", "compose.yaml", "absent.yaml"))[0].PartialBecause
        );

    private static IReadOnlyList<ComposeStack> Stacks(DeclaredEnvironment environment)
    {
        using MemoryRepository repository = new([
            new MemoryFile("compose.yaml", "services:\n  web:\n    image: nginx:1.29\n"),
            new MemoryFile("deploy/extra.yaml", "services:\n  cache:\n    image: redis:8\n"),
        ]);
        return new DeploymentReader(new OutsideFacts { Environments = [environment] }).Read(repository).Deployment.ComposeStacks;
    }

    private static DeclaredEnvironment Environment(string name, params IEnumerable<string> files)
    {
        var place = new SourceFile("seaworthy.yaml", "").Whole;
        return new DeclaredEnvironment(name, place) { ComposeFiles = [.. files.Select(file => new Fact<string>(file, place))] };
    }
}
