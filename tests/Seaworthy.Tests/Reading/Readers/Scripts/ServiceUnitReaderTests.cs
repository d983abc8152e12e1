using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Scripts;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Scripts;

public sealed class ServiceUnitReaderTests
{
    [Fact]
    public void A_unit_of_systemd_has_commands_and_a_sandbox()
    {
        var unit = Read(
            "deploy/shop.service",
            """
            [Unit]
            Description=Shop
            [Service]
            # ExecStart=/nothing
            WorkingDirectory=/srv/shop
            ExecStartPre=-/usr/bin/mkdir -p /run/shop
            ExecStart=/srv/shop/run.sh --port 80
            ReadWritePaths=/run/shop -/var/log/shop
            RuntimeDirectory=shop other
            Restart=on-failure
            """
        );

        Assert.Equal(["mkdir", "run.sh"], unit.Commands.SelectMany(command => command.Commands).Select(command => command.Program));
        Assert.Equal("/srv/shop", unit.Directory?.Value);
        Assert.Equal(["/run/shop"], unit.SandboxPaths.Select(path => path.Value));
        Assert.Equal("/run/shop", unit.SandboxPaths[0].Span.Text);
        Assert.Equal(["shop", "other"], unit.RuntimeDirectories);
        Assert.Equal("on-failure", unit.Restart?.Value);
    }

    [Fact]
    public void A_job_of_Upstart_has_a_command()
    {
        var unit = Read("upstart/shop.conf", "description \"shop\"\nrespawn\nchdir /srv/shop\nexec /srv/shop/run.sh\n");

        Assert.Equal("run.sh", unit.Commands[0].Commands[0].Program);
        Assert.Equal("/srv/shop", unit.Directory?.Value);
    }

    private static ServiceUnit Read(string path, string text) =>
        Assert.IsType<ServiceUnit>(new ServiceUnitReader().Read(new FileSyntax(new SourceFile(path, text))));
}
