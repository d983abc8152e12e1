using Seaworthy.Model.Known;
using Xunit;

namespace Seaworthy.Tests.Model.Known;

public sealed class EndOfLifeDatesTests
{
    [Theory]
    [InlineData("node:18.19.1-alpine3.18", "node 18, alpine 3.18")]
    [InlineData("python:3.8-slim-buster", "python 3.8, debian buster")]
    [InlineData("python:3", "")]
    [InlineData("node:lts", "")]
    [InlineData("ubuntu:20.04", "ubuntu 20.04")]
    [InlineData("ubuntu:focal-20240530", "ubuntu focal")]
    [InlineData("debian:bullseye-slim", "debian bullseye")]
    [InlineData("postgres:12.4", "postgres 12")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:6.0-jammy", "dotnet 6.0, ubuntu jammy")]
    [InlineData("gcr.io/distroless/nodejs18-debian11:nonroot", "")]
    [InlineData("acme/node:16", "")]
    [InlineData("mysql:8.0.36", "mysql 8.0")]
    public void Tags_name_release_lines(string image, string lines) =>
        Assert.Equal(
            lines,
            string.Join(
                ", ",
                EndOfLifeDates
                    .Of(ImageReference.Parse(image) ?? throw new ArgumentException(image))
                    .Select(row => $"{row.Product} {row.Version}")
            )
        );

    [Fact]
    public void Versions_fall_back_to_their_line()
    {
        Assert.Equal(new DateOnly(2025, 4, 30), EndOfLifeDates.Find("node", "v18.20.3")?.Date);
        Assert.Null(EndOfLifeDates.Find("python", "3"));
        Assert.Equal("3.10", EndOfLifeDates.Find("python", "3.10.4")?.Version);
    }
}
