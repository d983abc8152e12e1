using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.DotNet;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class AppSettingsReaderTests
{
    [Fact]
    public void Settings_are_flat_keys_with_values_and_places()
    {
        var read = Read(
            "appsettings.json",
            "{\n  \"ConnectionStrings\": { \"Default\": \"Host=db\" },\n  \"Cors\": [\"a\", \"b\"],\n  \"Port\": 8080\n}"
        );

        Assert.Null(read.Environment);
        Assert.Equal(
            [("ConnectionStrings:Default", "Host=db"), ("Cors:0", "a"), ("Cors:1", "b"), ("Port", "8080")],
            read.Settings.Select(setting => (setting.Key, setting.Value))
        );
        Assert.Equal(("\"Host=db\"", 2), (read.Find("connectionstrings:default")?.ValueSpan.Text, read.Settings[0].KeySpan.StartLine));
    }

    [Theory]
    [InlineData("appsettings.Production.json", "Production")]
    [InlineData("src/Api/appsettings.Development.json", "Development")]
    public void The_name_tells_the_environment(string path, string environment)
    {
        Assert.Equal(environment, Read(path, "{}").Environment);
    }

    [Fact]
    public void Launch_profiles_state_addresses_and_variables()
    {
        var read = Assert.IsType<LaunchSettings>(
            new LaunchSettingsReader().Read(
                new FileSyntax(
                    new SourceFile(
                        "Properties/launchSettings.json",
                        """{"profiles":{"http":{"commandName":"Project","applicationUrl":"http://localhost:5080","environmentVariables":{"ASPNETCORE_ENVIRONMENT":"Development"}}}}"""
                    )
                )
            )
        );

        var profile = Assert.Single(read.Profiles);
        Assert.Equal(("http", "Project"), (profile.Name, profile.CommandName));
    }

    private static AppSettings Read(string path, string text) =>
        Assert.IsType<AppSettings>(new AppSettingsReader().Read(new FileSyntax(new SourceFile(path, text))));
}
