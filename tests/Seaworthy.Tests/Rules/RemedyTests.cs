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
        "remove `--default-authentication-plugin`"
    )]
    [InlineData("containers/end-of-life-image", "image: mysql:8.0.33\n    command: mysqld --skip-ssl", "remove `--skip-ssl`")]
    [InlineData(
        "containers/end-of-life-image",
        "image: mariadb:10.5\n    healthcheck: {test: [CMD, mysqladmin, ping]}",
        "write `mariadb-admin` for `mysqladmin`"
    )]
    [InlineData(
        "ports/probe-port-not-listened",
        "image: nginx:1.29-alpine\n    ports: [\"80:8080\"]\n    healthcheck: {test: [CMD, wget, -q, --spider, \"http://localhost:8080/health\"]}",
        "stock nginx does not serve /health. Forward to 80 in compose.yaml:4 too."
    )]
    [InlineData("containers/image-not-published", "image: openjdk:13-alpine", "eclipse-temurin:17-jdk-alpine")]
    [InlineData(
        "containers/image-not-published",
        "image: gradle:8.5-jdk19-alpine",
        "eclipse-temurin:19-jdk-alpine, with Gradle installed in it,"
    )]
    [InlineData("containers/image-not-published", "image: maven:3.9.5-openjdk-17-slim", "Use maven:3.9.5-eclipse-temurin-17 in")]
    [InlineData("containers/image-not-published", "image: bitnami/redis:6.0-debian-10", "Debian 11 or 12")]
    [InlineData("containers/image-not-published", "image: openjdk:21", "eclipse-temurin:21-jdk")]
    [InlineData("containers/image-not-published", "image: bitnami/kafka:latest", "bitnamilegacy/kafka")]
    [InlineData(
        "orchestration/data-store-without-volume",
        "image: confluentinc/cp-kafka:7.0.0\n    environment: {KAFKA_ZOOKEEPER_CONNECT: \"zoo:2181\", KAFKA_ADVERTISED_LISTENERS: \"PLAINTEXT://it:9092\"}",
        "add one for ZooKeeper too"
    )]
    [InlineData(
        "orchestration/data-store-without-volume",
        "image: confluentinc/cp-zookeeper:7.0.0\n    environment: {ZOOKEEPER_CLIENT_PORT: 2181}\n    volumes: [\"zoo:/data\"]\nvolumes: {zoo: {}}",
        "/var/lib/zookeeper/data and another one at /var/lib/zookeeper/log"
    )]
    [InlineData(
        "orchestration/data-store-without-volume",
        "image: redis:8\n    volumes: [\"files:/var/lib/redis\"]\n  db:\n    image: mysql:8.4\n    volumes: [\"files:/var/lib/mysql\"]\nvolumes: {files: {}, it_data: {}}",
        "`it_store:/data`, and declare it below `volumes:`; compose.yaml:7 mounts files too."
    )]
    [InlineData(
        "orchestration/data-store-without-volume",
        "image: mongo:7\n    volumes: [\"mongo:/data\"]\nvolumes: {mongo: {}}",
        "Mount it at /data/db in compose.yaml:4,"
    )]
    [InlineData(
        "orchestration/data-store-without-volume",
        "image: postgres\n    volumes: [\"./data:/var/lib/\"]",
        "Mount it at /var/lib/postgresql in compose.yaml:4,"
    )]
    public void It_names_what_is_there_and_what_has_to_change_with_it(string rule, string service, string expected)
    {
        using MemoryRepository repository = new([new MemoryFile("compose.yaml", $"services:\n  it:\n    {service}\n")]);

        var finding = Audit.Run(repository).Findings.First(finding => finding.Rule.Id == rule && finding.Verdict.Remediation is not null);

        Assert.Contains(expected, finding.Verdict.Remediation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "FROM ruby:3.0.0\nCOPY Gemfile ./\n",
        "Gemfile",
        "ruby \"3.0.0\"\ngem \"rails\", \"~> 7.0.4\"\n",
        "`ruby:3.3`. Change the other"
    )]
    [InlineData("FROM ruby:3.0.0\nCOPY Gemfile ./\n", "Gemfile", "gem \"rails\", \">= 7.0\"\n", "such as `ruby:3.4`.")]
    [InlineData("FROM python:3.9-slim\nCOPY . .\n", "requirements.txt", "Django==4.2.1\nnumpy\ngunicorn\n", "such as `python:3.11-slim`.")]
    [InlineData(
        "FROM python:3.9-slim\nCOPY . .\n",
        "requirements.txt",
        "Django==3.2.1\n",
        "Raise Django to 4.1 or later first (requirements.txt:1)"
    )]
    [InlineData("FROM python:3.9-slim\nCOPY . .\n", "requirements.txt", "flask==2.0.1\n", "Raise the versions in requirements.txt")]
    [InlineData(
        "FROM python:3.9-slim\nCOPY . .\n",
        "requirements.txt",
        "flask==2.0.1 # matches composer-2.1.14\n",
        "mirrors something else (`matches composer-2.1.14`): update that first"
    )]
    [InlineData(
        "FROM node:16-alpine3.14\nCOPY package.json ./\n",
        "package.json",
        "{ \"dependencies\": { \"react-scripts\": \"^4.0.3\" } }",
        "Raise react-scripts to 5 or later first (package.json:1)"
    )]
    [InlineData(
        "FROM node:16-alpine3.14\nCOPY package.json ./\n",
        "package.json",
        "{ \"engines\": { \"node\": \">=16 <25\" } }",
        "`node:24-alpine3.23`."
    )]
    [InlineData(
        "FROM php:7.2-fpm\nRUN docker-php-ext-install mbstring imap\n",
        "index.php",
        "<?php",
        "Install `libonig-dev` before Dockerfile:2"
    )]
    [InlineData(
        "FROM php:7.2-fpm\nRUN docker-php-ext-install xmlrpc\n",
        "index.php",
        "<?php",
        "Remove `xmlrpc` from docker-php-ext-install"
    )]
    [InlineData(
        "FROM mcr.microsoft.com/dotnet/core/aspnet:3.1-buster-slim\n",
        "a.txt",
        "a",
        "such as `mcr.microsoft.com/dotnet/aspnet:10.0`"
    )]
    [InlineData("FROM python:2.7\nCOPY . .\n", "main.py", "print 1\n", "Port the source to Python 3 first.")]
    public void A_move_to_another_release_names_what_moves_with_it(string dockerfile, string path, string text, string expected)
    {
        using MemoryRepository repository = new([new MemoryFile("Dockerfile", dockerfile), new MemoryFile(path, text)]);

        var finding = Audit.Run(repository).Findings.First(finding => finding.Rule.Id == "containers/end-of-life-image");

        Assert.Contains(expected, finding.Verdict.Remediation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image: redis:7.2.5-alpine3.20", "`redis:7.2-alpine`")]
    [InlineData(
        "image: postgres:15-bullseye\n    volumes: [\"db:/var/lib/postgresql/data\"]\nvolumes: {db: {}}",
        "`postgres:15-trixie`. Then reindex"
    )]
    [InlineData(
        "image: postgres:12\n    volumes: [\"db:/var/lib/postgresql/data\"]\nvolumes: {db: {}}",
        "`postgres:17`. Migrate the data (compose.yaml:4)"
    )]
    [InlineData("image: postgres:12", "`postgres:18`.")]
    [InlineData("image: mongo:4.4\n    healthcheck: {test: [CMD, mongo, --eval, \"1\"]}", "Call `mongosh` instead of `mongo`")]
    public void A_server_moves_with_its_data_and_its_programs(string service, string expected) =>
        It_names_what_is_there_and_what_has_to_change_with_it("containers/end-of-life-image", service, expected);

    [Theory]
    [InlineData(
        "dependencies/tool-command-removed",
        "Dockerfile",
        "FROM python:3.13-slim\nWORKDIR /app\nCOPY pyproject.toml ./\nRUN pip install poetry && poetry install --no-dev\nCOPY shop ./shop\nCMD [\"python\", \"-m\", \"shop\"]\n",
        "poetry install --only main --no-root"
    )]
    [InlineData(
        "containers/package-not-in-release",
        "Dockerfile",
        "FROM debian:jessie\nRUN apt-get update && apt-get install -y git php5 php5-cli\n",
        "replace php5, php5-cli and its paths"
    )]
    [InlineData(
        "containers/root-user",
        "Dockerfile",
        "FROM scratch\nCOPY main /main\nCMD [\"/main\"]\n",
        "Write `USER 65532:65532` before the command of Dockerfile"
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

    [Fact]
    public void A_path_is_put_right_from_where_it_is_named()
    {
        using MemoryRepository repository = new([
            new MemoryFile("api/package.json", "{ \"name\": \"api\", \"scripts\": { \"dev\": \"node src/app.js\" } }\n"),
            new MemoryFile("api/src/App.js", "console.log(1);\n"),
        ]);

        var finding = Audit.Run(repository).Findings.First(finding => finding.Rule.Id == "pipelines/script-missing");

        Assert.Contains("Write `src/App.js` in api/package.json:1.", finding.Verdict.Remediation, StringComparison.Ordinal);
    }
}
