using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Xunit;

namespace Seaworthy.Tests.Model.Known.Runtimes;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData("1.24.0", "go", "1.24", true)]
    [InlineData("1.24.0", "go", "1.23", false)]
    [InlineData("1.22", "go", "1.24.1", true)]
    [InlineData("1.24.4", "go", "1.24.1", false)]
    [InlineData(">=3.10,<3.13", "python", "3.12", true)]
    [InlineData(">=3.10,<3.13", "python", "3.13", false)]
    [InlineData("^3.11", "python", "3.10", false)]
    [InlineData("^3.11", "python", "3.14", true)]
    [InlineData("~=3.11", "python", "3.12", true)]
    [InlineData("~=3.11.2", "python", "3.12", false)]
    [InlineData("~3.11", "python", "3.12", false)]
    [InlineData("==3.11.*", "python", "3.11", true)]
    [InlineData("!=3.9.0,>=3.8", "python", "3.9", true)]
    [InlineData("18", "node", "20", false)]
    [InlineData(">= 18", "node", "20", true)]
    [InlineData(">=20 <23", "node", "18", false)]
    [InlineData("18 - 20", "node", "20.11", true)]
    [InlineData("^18.18.0 || ^20.9.0 || >=21.1.0", "node", "20", true)]
    [InlineData("^18.18.0 || ^20.9.0 || >=21.1.0", "node", "20.8", false)]
    [InlineData("18.x", "node", "18.19.1", true)]
    [InlineData("*", "node", "12", true)]
    [InlineData("3.3.6", "ruby", "3.2.2", false)]
    [InlineData("3.3.6", "ruby", "3.3", true)]
    [InlineData("~> 3.3.0", "ruby", "3.4", false)]
    [InlineData("~> 3.2", "ruby", "3.4", true)]
    [InlineData("^8.1|^8.2", "php", "8.3", true)]
    [InlineData("~8.1", "php", "8.4", true)]
    [InlineData("~8.1.0", "php", "8.2", false)]
    [InlineData("1.75", "rust", "1.74.0", false)]
    [InlineData("21", "java", "17", false)]
    [InlineData("1.8", "java", "11", true)]
    public void A_range_accepts_a_release_when_it_accepts_one_of_its_versions(string range, string runtime, string held, bool isAccepted) =>
        Assert.Equal(isAccepted, VersionRange.Parse(range, runtime)?.Accepts(VersionLine.Parse(held) ?? default));

    [Theory]
    [InlineData("lts/*", "node")]
    [InlineData(".ruby-version", "ruby")]
    [InlineData("${java.version}", "java")]
    [InlineData("", "python")]
    public void What_is_not_understood_is_no_range(string range, string runtime) => Assert.Null(VersionRange.Parse(range, runtime));

    [Theory]
    [InlineData("golang:1.22-alpine", "go 1.22")]
    [InlineData("node:20.11.1-bookworm-slim", "node 20.11.1")]
    [InlineData("node:lts-alpine", null)]
    [InlineData("python:latest", null)]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0-alpine", "dotnet 8.0")]
    [InlineData("mcr.microsoft.com/dotnet/sdk:9.0", "dotnet-sdk 9.0")]
    [InlineData("maven:3.9-eclipse-temurin-17-alpine", "java 17")]
    [InlineData("maven:3-jdk-11", "java 11")]
    [InlineData("maven:3.9", null)]
    [InlineData("gradle:8.5-jdk17", "java 17")]
    [InlineData("gradle:8-jdk-21-and-22", null)]
    [InlineData("eclipse-temurin:17.0.2_8-jre", "java 17.0.2")]
    [InlineData("openjdk:8-jdk-alpine", "java 8")]
    [InlineData("public.ecr.aws/docker/library/ruby:3.2.2", "ruby 3.2.2")]
    [InlineData("acme/python:3.9", null)]
    public void Tags_tell_the_runtime(string image, string? runtime) =>
        Assert.Equal(
            runtime,
            ImageRuntime.Of(ImageReference.Parse(image) ?? throw new ArgumentException(image)) is { } found
                ? $"{found.Runtime} {found.Version}"
                : null
        );
}
