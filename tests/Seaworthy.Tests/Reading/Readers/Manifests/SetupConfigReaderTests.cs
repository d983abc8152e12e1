using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Python;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class SetupConfigReaderTests
{
    [Fact]
    public void Options_list_what_is_needed()
    {
        var read = Assert.IsType<SetupScript>(
            new SetupConfigReader().Read(
                new FileSyntax(
                    new SourceFile(
                        "setup.cfg",
                        "[metadata]\nname = api\n[options]\npython_requires = >=3.9\ninstall_requires =\n    flask>=2\n    redis\n[options.entry_points]\nconsole_scripts =\n    api = api.cli:main\n"
                    )
                )
            )
        );

        Assert.Equal("api", read.Name?.Value);
        Assert.Equal([("flask", ">=2", 6), ("redis", null, 7)], read.Dependencies.Select(d => (d.Name, d.Range, d.Span.StartLine)));
        Assert.Equal(("api", "api.cli:main"), (read.Scripts[0].Name, read.Scripts[0].Path));
    }

    [Fact]
    public void Settings_of_tools_alone_are_no_manifest()
    {
        Assert.Null(new SetupConfigReader().Read(new FileSyntax(new SourceFile("setup.cfg", "[flake8]\nmax-line-length = 100\n"))));
    }
}
