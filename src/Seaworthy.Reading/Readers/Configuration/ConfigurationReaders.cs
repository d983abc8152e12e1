namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>The readers of files from which programs take their settings.</summary>
internal static class ConfigurationReaders
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new ApplicationPropertiesReader(),
        new SymfonyConfigurationReader(),
        new RailsDatabasesReader(),
        new RedisReader(),
        new MySqlOptionReader(),
        new ToolFileReader(),
        new VariableTextReader(),
    ];
}
