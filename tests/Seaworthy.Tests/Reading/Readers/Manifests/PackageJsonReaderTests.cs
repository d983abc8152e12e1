using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Npm;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class PackageJsonReaderTests
{
    [Fact]
    public void Scripts_are_commands_with_their_place()
    {
        var script = Read("{\n  \"scripts\": {\n    \"start\": \"npm run build && node dist/main.js\"\n  }\n}").FindScript("start");

        Assert.Equal(["npm", "node"], script?.Commands.Select(command => command.Program));
        Assert.Equal(("node dist/main.js", 3), (script?.Commands[1].Span.Text, script?.Commands[1].Span.StartLine));
    }

    [Fact]
    public void Dependencies_know_their_kind()
    {
        var read = Read(
            """{"dependencies":{"pg":"^8.0.0"},"devDependencies":{"vite":"5"},"optionalDependencies":{"fsevents":"2"},"peerDependencies":{"react":"*"}}"""
        );

        Assert.Equal(
            [
                ("pg", DependencyKind.Runtime),
                ("vite", DependencyKind.Development),
                ("fsevents", DependencyKind.Optional),
                ("react", DependencyKind.Peer),
            ],
            read.Dependencies.Select(d => (d.Name, d.Kind))
        );
        Assert.Equal("\"pg\":\"^8.0.0\"", read.Dependencies[0].Span.Text);
    }

    [Theory]
    [InlineData("^1.2.3", DependencySource.Registry, null)]
    [InlineData("latest", DependencySource.Registry, null)]
    [InlineData("workspace:*", DependencySource.Workspace, null)]
    [InlineData("file:../shared", DependencySource.Path, "../shared")]
    [InlineData("link:./x", DependencySource.Path, "./x")]
    [InlineData("git+https://example.org/a/b.git#v1", DependencySource.Git, "git+https://example.org/a/b.git#v1")]
    [InlineData("owner/repository", DependencySource.Git, "owner/repository")]
    [InlineData("https://example.org/a.tgz", DependencySource.Url, "https://example.org/a.tgz")]
    public void What_stands_right_of_a_name_tells_where_it_comes_from(string range, DependencySource source, string? location)
    {
        var dependency = Assert.Single(Read("{\"dependencies\":{\"x\":\"" + range + "\"}}").Dependencies);

        Assert.Equal((source, location), (dependency.Source, dependency.Location));
    }

    [Fact]
    public void An_alias_names_the_real_package()
    {
        Assert.Equal("@scope/real", Read("""{"dependencies":{"x":"npm:@scope/real@^2"}}""").Dependencies[0].RealName);
    }

    [Fact]
    public void Entry_points_engines_and_workspaces_are_read()
    {
        var read = Read(
            """
            {
              "name": "api", "main": "dist/index.js", "type": "module", "packageManager": "pnpm@9.1.0",
              "bin": { "api": "./cli.js" },
              "engines": { "node": ">=18" },
              "workspaces": { "packages": ["apps/*"] },
              "exports": { ".": { "import": "./dist/index.mjs", "default": "./dist/index.js" }, "./x": "./dist/x.js" }
            }
            """
        );

        Assert.Equal(("api", "dist/index.js", "pnpm@9.1.0"), (read.Name?.Value, read.Main?.Value, read.PackageManager?.Value));
        Assert.Equal(("node", ">=18"), (read.Runtimes[0].Runtime, read.Runtimes[0].Version));
        Assert.Equal(["apps/*"], read.Workspaces.Select(pattern => pattern.Value));
        Assert.Equal(
            [(".", "./dist/index.mjs"), (".", "./dist/index.js"), ("./x", "./dist/x.js")],
            read.Exports.Select(export => (export.Name, export.Path))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"scripts\": [1, {}], \"dependencies\": \"x\", \"bin\": 3, \"exports\": null}")]
    public void Broken_or_odd_files_give_what_can_be_read(string text)
    {
        Assert.Empty(Read(text).Dependencies);
    }

    private static PackageJson Read(string text) =>
        Assert.IsType<PackageJson>(new PackageJsonReader().Read(new FileSyntax(new SourceFile("package.json", text))));
}
