using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.RuntimeVersions;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class RuntimeVersionReaderTests
{
    [Theory]
    [InlineData(".nvmrc", "v20.11.0\n", "node", "v20.11.0")]
    [InlineData(".python-version", "# main\n3.12\n", "python", "3.12")]
    [InlineData("runtime.txt", "python-3.11.4", "python", "3.11.4")]
    [InlineData(".tool-versions", "nodejs 20.1.0\n", "node", "20.1.0")]
    [InlineData("rust-toolchain", "1.79.0", "rust", "1.79.0")]
    public void A_pinned_runtime_has_name_and_version(string path, string text, string runtime, string version)
    {
        var pinned = Assert.Single(Read(path, text)?.Runtimes ?? []);

        Assert.Equal((runtime, version), (pinned.Runtime, pinned.Version));
        Assert.Contains(version, pinned.Span.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Prose_in_a_file_of_such_a_name_is_another_kind()
    {
        Assert.Null(Read("runtime.txt", "This file lists what the runtime needs.\n"));
    }

    private static RuntimeVersionFile? Read(string path, string text) =>
        (RuntimeVersionFile?)new RuntimeVersionReader().Read(new FileSyntax(new SourceFile(path, text)));
}
