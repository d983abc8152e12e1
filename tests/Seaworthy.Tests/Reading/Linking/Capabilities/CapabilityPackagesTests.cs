using Seaworthy.Model.Known.Capabilities;
using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Capabilities;

/// <summary>Packages are known in the spelling of every registry.</summary>
public sealed class CapabilityPackagesTests
{
    [Theory]
    [InlineData(CapabilityKind.Metrics, "prometheus_client", true)]
    [InlineData(CapabilityKind.Metrics, "io.micrometer:micrometer-registry-prometheus", true)]
    [InlineData(CapabilityKind.Metrics, "github.com/prometheus/client_golang/prometheus/promhttp", true)]
    [InlineData(CapabilityKind.Metrics, "OpenTelemetry.Extensions.Hosting", true)]
    [InlineData(CapabilityKind.ErrorTracking, "@sentry/node", true)]
    [InlineData(CapabilityKind.ErrorTracking, "sentry-sdk", true)]
    [InlineData(CapabilityKind.ErrorTracking, "express", false)]
    [InlineData(CapabilityKind.RateLimit, "Flask-Limiter", true)]
    [InlineData(CapabilityKind.RateLimit, "delimiter", false)]
    [InlineData(CapabilityKind.StructuredLogs, "Serilog.AspNetCore", true)]
    [InlineData(CapabilityKind.Staging, "express", false)]
    public void A_package_shows_a_capability_by_its_name(CapabilityKind kind, string package, bool expected) =>
        Assert.Equal(expected, CapabilityPackages.Show(kind, package));
}
