using Seaworthy.Engine;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Rules;

/// <summary>A remedy that breaks the next thing is none.</summary>
public sealed class RemedyTests
{
    [Theory]
    [InlineData(
        "containers/end-of-life-image",
        "image: mysql:8.0.33\n    command: --default-authentication-plugin=mysql_native_password",
        "take `--default-authentication-plugin` out"
    )]
    [InlineData("containers/end-of-life-image", "image: mysql:8.0.33\n    command: mysqld --skip-ssl", "take `--skip-ssl` out")]
    [InlineData(
        "containers/end-of-life-image",
        "image: mariadb:10.5\n    healthcheck: {test: [CMD, mysqladmin, ping]}",
        "write `mariadb-admin` for `mysqladmin`"
    )]
    [InlineData("containers/image-not-published", "image: openjdk:13-alpine", "eclipse-temurin:17-jdk-alpine")]
    [InlineData(
        "containers/image-not-published",
        "image: gradle:8.5-jdk19-alpine",
        "eclipse-temurin:19-jdk-alpine, and build with the wrapper"
    )]
    [InlineData("containers/image-not-published", "image: openjdk:21", "eclipse-temurin:21-jdk")]
    [InlineData("containers/image-not-published", "image: bitnami/kafka:latest", "bitnamilegacy/kafka")]
    [InlineData(
        "orchestration/data-store-without-volume",
        "image: confluentinc/cp-kafka:7.0.0\n    environment: {KAFKA_ZOOKEEPER_CONNECT: \"zoo:2181\", KAFKA_ADVERTISED_LISTENERS: \"PLAINTEXT://it:9092\"}",
        "give ZooKeeper its own as well"
    )]
    [InlineData(
        "orchestration/data-store-without-volume",
        "image: confluentinc/cp-zookeeper:7.0.0\n    environment: {ZOOKEEPER_CLIENT_PORT: 2181}\n    volumes: [\"zoo:/data\"]\nvolumes: {zoo: {}}",
        "/var/lib/zookeeper/data and another one at /var/lib/zookeeper/log"
    )]
    public void It_names_what_is_there_and_what_has_to_change_with_it(string rule, string service, string expected)
    {
        using MemoryRepository repository = new([new MemoryFile("compose.yaml", $"services:\n  it:\n    {service}\n")]);

        var finding = Audit.Run(repository).Findings.First(finding => finding.Rule.Id == rule && finding.Verdict.Remediation is not null);

        Assert.Contains(expected, finding.Verdict.Remediation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "dependencies/tool-command-removed",
        "Dockerfile",
        "FROM python:3.13-slim\nWORKDIR /app\nCOPY pyproject.toml ./\nRUN pip install poetry && poetry install --no-dev\nCOPY shop ./shop\nCMD [\"python\", \"-m\", \"shop\"]\n",
        "poetry install --only main --no-root"
    )]
    [InlineData(
        "pipelines/retired-action",
        ".github/workflows/ci.yml",
        "on: push\njobs:\n  image:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/download-artifact@v1\n        with: { name: image }\n",
        "the artifact's name as its `path`"
    )]
    [InlineData(
        "pipelines/action-does-not-exist",
        ".github/workflows/ci.yml",
        "on: push\njobs:\n  scan:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: aquasecurity/trivy-action@0.28.0\n",
        "aquasecurity/trivy-action@v0.35.0"
    )]
    public void It_holds_in_its_file_as_well(string rule, string path, string text, string expected)
    {
        using MemoryRepository repository = new([new MemoryFile(path, text)]);

        var finding = Audit.Run(repository).Findings.First(finding => finding.Rule.Id == rule && finding.Verdict.Remediation is not null);

        Assert.Contains(expected, finding.Verdict.Remediation, StringComparison.Ordinal);
    }
}
