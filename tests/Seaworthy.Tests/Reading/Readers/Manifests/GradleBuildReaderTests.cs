using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Java;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class GradleBuildReaderTests
{
    [Theory]
    [InlineData(
        "plugins {\n  id 'org.springframework.boot' version '3.2.0'\n}\nsourceCompatibility = '17'\ndependencies {\n  implementation 'org.postgresql:postgresql:42.7.1'\n}\n"
    )]
    [InlineData(
        "plugins {\n  id(\"org.springframework.boot\") version \"3.2.0\"\n}\njava { toolchain { languageVersion = JavaLanguageVersion.of(17) } }\ndependencies {\n  implementation(\"org.postgresql:postgresql:42.7.1\")\n}\n"
    )]
    public void Plugins_Java_version_and_dependencies_are_read_in_both_languages(string text)
    {
        var build = Assert.IsType<JavaBuild>(new GradleBuildReader().Read(new FileSyntax(new SourceFile("build.gradle", text))));

        Assert.Equal("org.springframework.boot", Assert.Single(build.Plugins).Value);
        Assert.Equal(("java", "17"), (build.Runtimes[0].Runtime, build.Runtimes[0].Version));
        Assert.Equal(("org.postgresql:postgresql", "42.7.1"), (build.Dependencies[0].Name, build.Dependencies[0].Range));
    }

    [Fact]
    public void Aliases_of_a_catalog_and_names_of_images_are_kept()
    {
        const string Text =
            "subprojects {\n}\ndependencies {\n  implementation(libs.spring.boot.starter.web)\n  testImplementation(libs.junit)\n  implementation(projects.common)\n}\njib { to {\n  image = 'acme/orders'\n} }\n";
        var build = Assert.IsType<JavaBuild>(new GradleBuildReader().Read(new FileSyntax(new SourceFile("build.gradle.kts", Text))));

        Assert.Equal(["libs.spring.boot.starter.web", "projects.common"], build.CatalogAliases.Select(alias => alias.Value));
        Assert.Equal("acme/orders", Assert.Single(build.ImageNames).Value);
        Assert.True(build.ConfiguresModules);
    }
}
