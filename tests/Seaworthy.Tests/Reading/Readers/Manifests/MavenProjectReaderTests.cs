using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Java;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class MavenProjectReaderTests
{
    private static JavaBuild Read(string text) =>
        Assert.IsType<JavaBuild>(new MavenProjectReader().Read(new FileSyntax(new SourceFile("orders/pom.xml", text))));

    [Fact]
    public void A_module_names_its_parent_and_keeps_properties()
    {
        var build = Read(
            "<project><parent><groupId>shop</groupId><artifactId>shop-parent</artifactId></parent><artifactId>orders</artifactId>"
                + "<properties><image.prefix>acme</image.prefix></properties></project>"
        );

        Assert.Equal("shop-parent", build.Parent?.Value);
        Assert.Equal("orders", build.Name?.Value);
        var property = Assert.Single(build.Properties);
        Assert.Equal("image.prefix=acme", $"{property.Key}={property.Value}");
        Assert.Equal("acme", property.ValueSpan.Text);
    }

    [Theory]
    [InlineData("spring-boot-maven-plugin", "<image><name>acme/${project.artifactId}:1</name></image>")]
    [InlineData("jib-maven-plugin", "<to><image>acme/${project.artifactId}:1</image></to>")]
    [InlineData("docker-maven-plugin", "<images><image><name>acme/${project.artifactId}:1</name></image></images>")]
    public void Plugins_name_the_images_they_build(string plugin, string configuration)
    {
        var build = Read(
            $"<project><build><plugins><plugin><artifactId>{plugin}</artifactId><configuration>{configuration}</configuration></plugin></plugins></build></project>"
        );

        Assert.Equal("acme/${project.artifactId}:1", Assert.Single(build.ImageNames).Value);
    }

    [Fact]
    public void A_profile_may_build_the_image()
    {
        var build = Read(
            "<project><profiles><profile><build><plugins><plugin><artifactId>jib-maven-plugin</artifactId><configuration><to><image>a/b</image></to></configuration>"
                + "</plugin></plugins></build></profile></profiles><properties><docker.image.prefix>acme</docker.image.prefix></properties></project>"
        );

        Assert.Equal(["a/b", "acme/${project.artifactId}"], build.ImageNames.Select(name => name.Value));
    }
}
