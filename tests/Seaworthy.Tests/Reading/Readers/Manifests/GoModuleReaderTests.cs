using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Go;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class GoModuleReaderTests
{
    [Fact]
    public void A_module_names_itself_its_Go_version_and_what_it_needs()
    {
        var module = Assert.IsType<GoModule>(
            new GoModuleReader().Read(
                Syntax(
                    "go.mod",
                    """
                    module example.org/wallet // comment

                    go 1.21
                    toolchain go1.22.0

                    require github.com/gin-gonic/gin v1.9.1
                    require (
                    	golang.org/x/net v0.10.0 // indirect
                    )

                    replace example.org/shared => ../shared
                    replace (
                        example.org/a v1.0.0 => example.org/b v1.1.0
                    )
                    """
                )
            )
        );

        Assert.Equal("example.org/wallet", module.Name?.Value);
        Assert.Equal(("go", "1.21", 3), (module.Runtimes[0].Runtime, module.Runtimes[0].Version, module.Runtimes[0].Span.StartLine));
        Assert.Equal(
            [("github.com/gin-gonic/gin", "v1.9.1", false), ("golang.org/x/net", "v0.10.0", true)],
            module.Dependencies.Select(d => (d.Name, d.Range, d.IsIndirect))
        );
        Assert.Equal(
            [("example.org/shared", null, "../shared", true), ("example.org/a", "v1.0.0", "example.org/b", false)],
            module.Replacements.Select(r => (r.Module, r.ModuleVersion, r.Target, r.IsDirectory))
        );
    }

    [Fact]
    public void A_workspace_names_its_modules()
    {
        var workspace = Assert.IsType<GoWorkspace>(
            new GoWorkspaceReader().Read(Syntax("go.work", "go 1.22\nuse (\n\t./api\n\t./shared\n)\n"))
        );

        Assert.Equal(["./api", "./shared"], workspace.Uses.Select(use => use.Value));
    }

    private static FileSyntax Syntax(string path, string text) => new(new SourceFile(path, text));
}
