using Seaworthy.Model.Declared.Compose;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Compose;

public sealed class ComposeMountTests
{
    [Theory]
    [InlineData("./src:/app", ComposeMountType.Bind, "./src", "/app", false)]
    [InlineData("data:/var/lib:ro,Z", ComposeMountType.Volume, "data", "/var/lib", true)]
    [InlineData("/app/node_modules", ComposeMountType.Volume, null, "/app/node_modules", false)]
    [InlineData("~/x:/x", ComposeMountType.Bind, "~/x", "/x", false)]
    [InlineData("C:\\data:/data", ComposeMountType.Bind, "C:\\data", "/data", false)]
    [InlineData("${DATA:-./data}:/data", ComposeMountType.Bind, "${DATA:-./data}", "/data", false)]
    [InlineData("${DATA}:/data", ComposeMountType.Unknown, "${DATA}", "/data", false)]
    [InlineData("${PWD}/a:/data", ComposeMountType.Bind, "${PWD}/a", "/data", false)]
    [InlineData(
        "/var/run/docker.sock:/var/run/docker.sock:ro",
        ComposeMountType.Bind,
        "/var/run/docker.sock",
        "/var/run/docker.sock",
        true
    )]
    public void Short_mounts_tell_paths_from_names(string text, ComposeMountType type, string? source, string target, bool isReadOnly)
    {
        var mount = Assert.Single(ComposeText.Service($"image: x\nvolumes:\n  - {text}").Volumes);

        Assert.Equal((type, source, target, isReadOnly), (mount.Type, mount.Source?.Raw, mount.Target?.Raw, mount.IsReadOnly));
    }

    [Fact]
    public void Options_are_kept_with_their_places()
    {
        var mount = Assert.Single(ComposeText.Service("volumes: ['data:/b:ro,Z,nocopy']").Volumes);

        Assert.Equal(["ro", "Z", "nocopy"], mount.Options.Select(option => option.Span.Text));
    }

    [Fact]
    public void The_long_form_is_read()
    {
        var mount = Assert.Single(
            ComposeText
                .Service(
                    "volumes:\n  - {type: bind, source: ./a, target: /a, read_only: true, bind: {create_host_path: false, selinux: z}}"
                )
                .Volumes
        );

        Assert.Equal((ComposeMountType.Bind, true, false, true), (mount.Type, mount.IsReadOnly, mount.CreatesHostPath, mount.IsLong));
    }

    [Theory]
    [InlineData("'data::/b'", "empty part")]
    [InlineData("'data:/b:ro:x'", "too many colons")]
    [InlineData("{source: a, target: /b}", "lacks the required key 'type'")]
    [InlineData("{type: bnd, source: a, target: /b}", "'bnd' is not one of")]
    [InlineData("{type: bind, target: /b}", "needs a source")]
    public void Bad_mounts_are_told(string text, string expected)
    {
        Assert.Contains(expected, Assert.Single(ComposeText.ProblemsOf($"volumes:\n  - {text}")).Message, StringComparison.Ordinal);
    }
}
