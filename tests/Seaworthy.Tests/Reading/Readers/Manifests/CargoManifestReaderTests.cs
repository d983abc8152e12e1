using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Rust;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class CargoManifestReaderTests
{
    [Fact]
    public void Binaries_and_dependencies_are_read()
    {
        var read = Read(
            """
            [package]
            name = "backend"
            edition = "2021"
            rust-version = "1.75"
            default-run = "server"

            [[bin]]
            name = "server"
            path = "src/main.rs"

            [dependencies]
            actix-web = "4"
            diesel = { version = "2", features = ["postgres", "r2d2"] }
            shared = { path = "../shared" }
            serde = { workspace = true }

            [target.'cfg(unix)'.dependencies]
            nix = "0.27"

            [dev-dependencies]
            mockall = "0.12"
            """
        );

        Assert.Equal(("backend", "2021"), (read.Name?.Value, read.Edition?.Value));
        Assert.Equal(("server", "src/main.rs"), (read.Binaries[0].Name?.Value, read.Binaries[0].Path?.Value));
        Assert.Equal(
            [
                ("actix-web", "4", DependencyKind.Runtime, DependencySource.Registry),
                ("diesel", "2", DependencyKind.Runtime, DependencySource.Registry),
                ("shared", null, DependencyKind.Runtime, DependencySource.Path),
                ("serde", null, DependencyKind.Runtime, DependencySource.Workspace),
                ("mockall", "0.12", DependencyKind.Development, DependencySource.Registry),
                ("nix", "0.27", DependencyKind.Runtime, DependencySource.Registry),
            ],
            read.Dependencies.Select(d => (d.Name, d.Range, d.Kind, d.Source))
        );
        Assert.Equal(["postgres", "r2d2"], read.FindDependency("diesel")?.Features);
        Assert.Equal(13, read.FindDependency("diesel")?.Span.StartLine);
    }

    [Fact]
    public void A_workspace_root_lists_members()
    {
        var read = Read("[workspace]\nmembers = [\"crates/*\", \"api\"]\n[workspace.dependencies]\nserde = \"1\"\n");

        Assert.False(read.IsPackage);
        Assert.Equal(["crates/*", "api"], read.WorkspaceMembers.Select(member => member.Value));
        Assert.Empty(read.Dependencies);
    }

    private static CargoManifest Read(string text) =>
        Assert.IsType<CargoManifest>(new CargoManifestReader().Read(new FileSyntax(new SourceFile("Cargo.toml", text))));
}
