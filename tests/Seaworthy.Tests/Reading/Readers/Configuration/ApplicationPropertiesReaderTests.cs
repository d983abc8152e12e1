using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Configuration;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Configuration;

public sealed class ApplicationPropertiesReaderTests
{
    private static ApplicationProperties Read(string path, string text) =>
        Assert.IsType<ApplicationProperties>(new ApplicationPropertiesReader().Read(new FileSyntax(new SourceFile(path, text))));

    [Fact]
    public void Yaml_is_flattened_with_lists_and_documents()
    {
        var file = Read(
            "src/main/resources/application.yml",
            """
            server:
              port: ${PORT:8080}
            app:
              hosts: [a, b]
            ---
            spring:
              config:
                activate:
                  on-profile: prod
            server.port: 80
            """
        );

        Assert.Equal(["server.port", "app.hosts[0]", "app.hosts[1]"], file.Documents[0].Properties.Select(property => property.Key));
        var port = file.Documents[0].Properties[0];
        Assert.Equal("port: ${PORT:8080}", port.Span.Text);
        Assert.Equal(2, port.Span.StartLine);
        Assert.Equal("prod", file.Documents[1].Condition);
        Assert.True(file.Documents[1].Holds(["cloud", "prod"]));
        Assert.False(file.Documents[1].Holds([]));
    }

    [Fact]
    public void A_placeholder_keeps_its_name_its_default_and_its_place()
    {
        var file = Read("application.yml", "a:\n  url: jdbc:x://${DB_HOST:${HOST:localhost}}:${DB_PORT}/y\n");
        var value = file.Documents[0].Properties[0].Value;

        Assert.Equal(["DB_HOST", "DB_PORT"], value.Variables.Select(part => part.Variable));
        Assert.Equal("HOST", Assert.Single(value.Parts[1].Word?.Variables ?? []).Variable);
        Assert.Equal("${DB_HOST:${HOST:localhost}}", value.Parts[1].Span?.Text);
        Assert.Equal("${DB_PORT}", value.Parts[3].Span?.Text);
        Assert.False(value.Parts[3].HasDefault);
    }

    [Fact]
    public void Lines_of_properties_go_on_behind_a_backslash()
    {
        var file = Read(
            "application-prod.properties",
            "# note\na.b = 1 \\\n   2\nc:x\\=y\n#---\nspring.config.activate.on-profile=eu\nd=\n"
        );

        Assert.Equal("prod", file.Profile);
        Assert.Equal(["a.b = 1 2", "c = x=y"], file.Documents[0].Properties.Select(property => $"{property.Key} = {property.Value.Raw}"));
        Assert.Equal("eu", file.Documents[1].Condition);
        Assert.Equal("c:x\\=y", file.Documents[0].Properties[1].Span.Text);
    }

    [Fact]
    public void Quarkus_keeps_profiles_in_keys()
    {
        var file = Read(
            "src/main/resources/application.properties",
            "quarkus.http.port=8083\n%dev,test.quarkus.http.port=8084\n%prod.a=b\n"
        );

        Assert.Equal([null, "dev|test", "prod"], file.Documents.Select(document => document.Condition));
        Assert.Equal("quarkus.http.port", file.Documents[1].Properties[0].Key);
        Assert.True(file.Documents[1].Holds(["test"]));
    }

    [Theory]
    [InlineData("SPRING_DATASOURCE_URL", "spring.datasource.url", true)]
    [InlineData("SERVER_SERVLET_CONTEXTPATH", "server.servlet.context-path", true)]
    [InlineData("SERVER_SERVLET_CONTEXT_PATH", "server.servlet.context-path", true)]
    [InlineData("APP_HOSTS_0", "app.hosts[0]", true)]
    [InlineData("server.port", "server.port", true)]
    [InlineData("SERVER_PORTS", "server.port", false)]
    [InlineData("DB_HOST", "db.hostname", false)]
    public void A_variable_sets_the_property_of_its_name(string variable, string key, bool sets) =>
        Assert.Equal(sets, PropertyNames.Sets(variable, key));

    [Theory]
    [InlineData("a/application-prod.yaml", true)]
    [InlineData("bootstrap.yml", true)]
    [InlineData("microprofile-config.properties", true)]
    [InlineData("application.json", false)]
    [InlineData("applications.yml", false)]
    public void Files_are_told_by_their_names(string path, bool accepted) =>
        Assert.Equal(accepted, new ApplicationPropertiesReader().Accepts(path));

    [Fact]
    public void Broken_text_is_read_as_far_as_it_goes()
    {
        const string text = "a:\n  b: ${X:${Y:\n  version: @project.version@\n- c\n\tx: [1, {";
        for (var length = 0; length <= text.Length; length++)
        {
            Assert.Empty(Read("application.yml", text[..length]).Problems);
            Read("application.properties", text[..length] + "\\");
        }
    }
}
