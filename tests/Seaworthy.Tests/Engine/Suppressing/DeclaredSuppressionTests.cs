using Seaworthy.Engine.Suppressing;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Engine.Suppressing;

public sealed class DeclaredSuppressionTests
{
    [Theory]
    [InlineData("")]
    [InlineData(", path: compose.yaml")]
    [InlineData(", path: '*.yaml', until: 2026-06-15")]
    public void What_fits_is_accepted(string more)
    {
        var report = Audited.Run(Audited.Compose(), $"suppressions:\n- {{rule: files/duplicate-key, reason: a vendor's file{more}}}\n");

        var suppression = Assert.Single(report.Suppressed).Suppression;
        Assert.Equal(
            (SuppressionKind.Configuration, "a vendor's file", "seaworthy.yaml:2"),
            (suppression?.Kind, suppression?.Reason, suppression?.Place)
        );
        Assert.Empty(report.Duplicates());
    }

    [Theory]
    [InlineData(", path: other.yaml")]
    [InlineData(", subject: somebody else")]
    [InlineData(", fingerprint: '0000000000000000'")]
    public void What_does_not_fit_is_told(string more)
    {
        var report = Audited.Run(Audited.Compose(), $"suppressions:\n- {{rule: files/duplicate-key, reason: x{more}}}\n");

        Assert.Single(report.Duplicates());
        Assert.Single(report.Told(DiagnosticKind.SuppressionUnused));
    }

    [Fact]
    public void Subject_and_id_are_those_of_the_report()
    {
        var finding = Assert.Single(Audited.Run(Audited.Compose()).Duplicates());

        var report = Audited.Run(
            Audited.Compose(),
            $"suppressions:\n- {{rule: files/duplicate-key, reason: x, subject: '{finding.Verdict.Subject}', fingerprint: '{finding.Id}'}}\n"
        );

        Assert.Equal(finding.Id, Assert.Single(report.Suppressed).Id);
    }

    [Fact]
    public void What_is_over_is_told()
    {
        var report = Audited.Run(Audited.Compose(), "suppressions:\n- {rule: files/duplicate-key, reason: x, until: 2026-06-14}\n");

        Assert.Single(report.Duplicates());
        Assert.Single(report.Told(DiagnosticKind.SuppressionExpired));
    }
}
