using Seaworthy.Model.Known.Tags;
using Xunit;

namespace Seaworthy.Tests.Model.Known;

public sealed class OfficialTagsTests
{
    [Theory]
    [InlineData("node", "22-alpine")]
    [InlineData("node", "20.11.1-bookworm-slim")]
    [InlineData("node", "alpine")]
    [InlineData("node", "latest")]
    [InlineData("python", "3.12")]
    [InlineData("python", "3.11.4-slim-buster")]
    [InlineData("postgres", "9.6.24-alpine3.15")]
    [InlineData("postgres", "17")]
    [InlineData("maven", "3.9-eclipse-temurin-21")]
    [InlineData("maven", "3.8.6-openjdk-11-slim")]
    [InlineData("ubuntu", "22.04")]
    [InlineData("ubuntu", "jammy")]
    [InlineData("debian", "bookworm-slim")]
    [InlineData("golang", "1.22.5-alpine3.20")]
    [InlineData("centos", "7")]
    [InlineData("rabbitmq", "3-management-alpine")]
    [InlineData("redis", "alpine3.20")]
    public void A_tag_that_was_published_is_known(string image, string tag) => Assert.True(OfficialTags.Of(image)!.Had(tag));

    [Theory]
    [InlineData("golang", "1.22-slim")]
    [InlineData("mysql", "8-alpine")]
    [InlineData("mongo", "6-alpine")]
    [InlineData("postgres", "16-slim")]
    [InlineData("redis", "7-cluster")]
    [InlineData("node", "20-slim-alpine")]
    [InlineData("node", "alpine-slim")]
    [InlineData("python", "3.12-alpine-slim")]
    [InlineData("maven", "3.9.6-openjdk-17-slim")]
    [InlineData("nginx", "1.25-slim")]
    [InlineData("vault", "1.15.4")]
    [InlineData("consul", "1.16")]
    [InlineData("python", "3.13-buster")]
    public void A_tag_that_never_was_is_known_too(string image, string tag) => Assert.False(OfficialTags.Of(image)!.Had(tag));

    [Theory]
    [InlineData("node", "22.99.0")]
    [InlineData("node", "99")]
    [InlineData("node", "99-slim-alpine")]
    [InlineData("node", "22-alpine3.99")]
    [InlineData("python", "3.14.0rc1")]
    [InlineData("python", "3.14-forky")]
    [InlineData("golang", "1.22-windowsservercore")]
    [InlineData("postgres", "19beta1")]
    [InlineData("debian", "bookworm-20240513-slim")]
    [InlineData("eclipse-temurin", "17.0.4.1_1-jre")]
    [InlineData("traefik", "v3.1")]
    [InlineData("node", "lts-of-tomorrow")]
    public void Nothing_is_said_of_what_the_table_cannot_know(string image, string tag) => Assert.Null(OfficialTags.Of(image)!.Had(tag));

    [Fact]
    public void What_the_release_came_in_is_offered_instead() =>
        Assert.Equal(
            ["golang:1.22", "golang:1.22-alpine", "golang:1.22-bookworm"],
            OfficialTags.Of("golang")!.Instead("1.22-slim").Select(tag => "golang:" + tag).Order()
        );

    [Fact]
    public void An_image_that_is_no_official_one_is_not_in_the_table() => Assert.Null(OfficialTags.Of("acme"));
}
