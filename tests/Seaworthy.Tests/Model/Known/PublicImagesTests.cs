using Seaworthy.Model.Known;
using Xunit;

namespace Seaworthy.Tests.Model.Known;

public sealed class PublicImagesTests
{
    [Theory]
    [InlineData("postgres", "postgres")]
    [InlineData("docker.io/library/postgres:16", "postgres")]
    [InlineData("public.ecr.aws/docker/library/postgres:16", "postgres")]
    [InlineData("mirror.gcr.io/library/redis:7", "redis")]
    [InlineData("docker.m.daocloud.io/grafana/grafana:10.4.2", "grafana/grafana")]
    [InlineData("docker.arvancloud.ir/postgres:15", "postgres")]
    [InlineData("hub-mirror.example.com/library/redis:7", "redis")]
    [InlineData("pgvector/pgvector:pg16", "postgres")]
    [InlineData("quay.io/prometheus/prometheus:v3", "prom/prometheus")]
    [InlineData("gcr.io/distroless/nodejs22-debian12", "gcr.io/distroless/static")]
    public void Images_are_found_under_their_names(string reference, string name) => Assert.Equal(name, PublicImages.Find(reference)?.Name);

    [Theory]
    [InlineData("acme/postgres")]
    [InlineData("registry.example.com/library/postgres")]
    [InlineData("docker.example.com/mysql")]
    [InlineData("${IMAGE}")]
    public void Images_of_others_are_not_mistaken(string reference) => Assert.Null(PublicImages.Find(reference));

    [Theory]
    [InlineData("node:20", "curl", true)]
    [InlineData("node:20-slim", "curl", false)]
    [InlineData("node:20-alpine3.20", "curl", false)]
    [InlineData("node:20-alpine", "wget", true)]
    [InlineData("node:20-alpine", "bash", false)]
    [InlineData("node:20", "nc", false)]
    [InlineData("python:3.12-slim-bookworm", "curl", false)]
    [InlineData("python:3.12-slim", "python3", true)]
    [InlineData("nginx:1.27", "curl", true)]
    [InlineData("nginx:1.27", "wget", false)]
    [InlineData("nginx:1.27-alpine", "wget", true)]
    [InlineData("postgres:16-alpine", "pg_isready", true)]
    [InlineData("redis:7", "redis-cli", true)]
    [InlineData("qdrant/qdrant:v1.9.0", "curl", false)]
    [InlineData("quay.io/keycloak/keycloak:26.0", "curl", false)]
    [InlineData("gcr.io/distroless/static", "curl", false)]
    [InlineData("elasticsearch:8.15.0", "curl", true)]
    [InlineData("node:20", "python3", null)]
    [InlineData("bitnami/redis:7", "curl", null)]
    [InlineData("node:20", "some-own-program", null)]
    public void Tools_depend_on_the_variant(string reference, string tool, bool? there) =>
        Assert.Equal(there, PublicImages.Find(reference)?.HasTool(tool));

    [Theory]
    [InlineData("nats:2", false)]
    [InlineData("nats:2-alpine", true)]
    [InlineData("debian:12", true)]
    [InlineData("gcr.io/distroless/base:nonroot", false)]
    [InlineData("bitnami/kafka", null)]
    public void Shells_depend_on_the_variant(string reference, bool? shell) => Assert.Equal(shell, PublicImages.Find(reference)?.HasShell);

    [Fact]
    public void Releases_change_ports_and_data()
    {
        Assert.Equal([8080], Ports("mcr.microsoft.com/dotnet/aspnet:8.0"));
        Assert.Equal([80], Ports("mcr.microsoft.com/dotnet/aspnet:6.0-alpine"));
        Assert.Contains(15672, Ports("rabbitmq:3.13-management-alpine"));
        Assert.DoesNotContain(15672, Ports("rabbitmq:3.13"));
        Assert.Equal(["/var/lib/postgresql"], PublicImages.Find("postgres:18.1-alpine")?.DataPaths);
        Assert.Equal(["/var/lib/postgresql/data"], PublicImages.Find("postgres:16.4")?.DataPaths);
        Assert.Equal(2, PublicImages.Find("postgres")?.DataPaths.Count);
        Assert.Equal("1654", PublicImages.Find("mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled")?.User);
        Assert.Equal([8080, 9000], Ports("quay.io/keycloak/keycloak:26.1"));
        Assert.Equal([8080], Ports("quay.io/keycloak/keycloak:24.0.2"));
    }

    [Fact]
    public void A_version_is_not_taken_for_a_longer_one()
    {
        Assert.Equal(["/var/lib/postgresql/data"], PublicImages.Find("postgres:9.6")?.DataPaths);
        Assert.Equal(2, PublicImages.Find("postgres:181")?.DataPaths.Count);
    }

    [Fact]
    public void Every_row_has_a_source_valid_ports_absolute_paths_and_one_name()
    {
        var names = PublicImages.All.SelectMany(image => image.Repositories.Prepend(image.Name)).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(PublicImages.All, image => Assert.NotEmpty(image.Source));
        Assert.All(PublicImages.All.SelectMany(image => image.Ports), port => Assert.InRange(port.Number, 1, 65535));
        Assert.All(
            PublicImages.All.SelectMany(image => image.DataPaths.Concat(image.Paths.Select(path => path.Path))),
            path => Assert.StartsWith("/", path, StringComparison.Ordinal)
        );
        Assert.All(
            PublicImages.All.Where(image => !image.Name.EndsWith("/*", StringComparison.Ordinal)),
            image => Assert.NotNull(PublicImages.Find(image.Name))
        );
        Assert.True(PublicImages.All.Count > 120);
    }

    private static IEnumerable<int> Ports(string reference) => PublicImages.Find(reference)?.Ports.Select(port => port.Number) ?? [];
}
