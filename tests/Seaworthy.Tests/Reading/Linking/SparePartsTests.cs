using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

/// <summary>What a deployment perhaps does not need: never what one of its files names.</summary>
public sealed class SparePartsTests
{
    [Theory]
    [InlineData("./conf:/etc/nginx/conf.d", "conf/site.conf", 0)]
    [InlineData("./old/site.conf:/etc/nginx/conf.d/site.conf", "old/site.conf", 0)]
    [InlineData("data:/var/www", "conf/site.conf", 1)]
    public void A_configuration_that_a_service_mounts_is_none(string mount, string path, int spares)
    {
        using MemoryRepository repository = new([
            new("compose.yaml", $"services: {{web: {{image: nginx, volumes: ['{mount}']}}}}\nvolumes: {{data: {{}}}}\n"),
            new(path, "server { listen 80; }\n"),
        ]);

        Assert.Equal(spares, new DeploymentReader().Read(repository).Deployment.Spares.Count);
    }

    [Fact]
    public void A_Dockerfile_in_lower_case_that_a_job_builds_is_none()
    {
        using MemoryRepository repository = new([
            new(".gitlab-ci.yml", "publish:\n  script:\n    - docker build -t $TAG_COMMIT .\n    - docker push $TAG_COMMIT\n"),
            new("dockerfile", "FROM python:3.13-slim\nCMD [\"python\", \"-m\", \"http.server\"]\n"),
        ]);

        Assert.Empty(new DeploymentReader().Read(repository).Deployment.Spares);
    }
}
