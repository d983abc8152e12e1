using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>The variables of a workload that runs an application on the JVM.</summary>
/// <param name="Reads">By way of its properties.</param>
/// <param name="UndecidedBecause">Why properties may come from elsewhere; null when the repository shows all.</param>
internal sealed record JvmVariables(
    JvmApplication Application,
    JvmProperties Properties,
    IReadOnlyList<EnvironmentRead> Reads,
    string? UndecidedBecause
)
{
    public static JvmVariables? Of(Deployment deployment, Workload workload)
    {
        if (JvmStart.Of(deployment, workload, ProcessTrace.Of(deployment, workload).Programs)?.Application is not { } application)
        {
            return null;
        }

        JvmProperties properties = new(application, workload);
        return new(
            application,
            properties,
            [
                .. JvmReads.OfFiles(application, properties),
                .. JvmReads.OfSource(
                    application.Component.Code,
                    name => properties.Find(name) is not null && properties.Given(name) is null
                ),
            ],
            properties.ExternalBecause ?? properties.Profiles.UnknownBecause ?? OtherSource(application)
        );
    }

    /// <summary>Whether a variable that a workload is given acts on a property, so that its name stands nowhere.</summary>
    public bool MaySet(string variable) =>
        UndecidedBecause is not null
        || Application.Component.Properties.SelectMany(file => file.All).Any(property => PropertyNames.Sets(variable, property.Key))
        || Application
            .Component.Code.SelectMany(file => file.Settings)
            .Where(setting => setting.Name == "jvm.properties")
            .Select(setting => setting.Value)
            .OfType<CodeValue.Literal>()
            .Any(prefix => Begins(variable, prefix.Text));

    /// <summary>Whether a variable sets a property of the framework's own that only a library reads which the application does not have.</summary>
    public bool IsIdle(string variable)
    {
        const string Own = "SPRING_DATASOURCE_";
        return UndecidedBecause is null
            && Application is { Framework: JvmFramework.Spring, Dependencies.IncompleteBecause: null }
            && variable.StartsWith(Own, StringComparison.OrdinalIgnoreCase)
            && !JvmServers.Serves(Application, "spring.datasource");
    }

    private static bool Begins(string variable, string prefix) =>
        prefix.Length == 0
        || variable.StartsWith(PropertyNames.Variable(prefix) + "_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith(
            PropertyNames.Variable(prefix.Replace("-", "", StringComparison.Ordinal)) + "_",
            StringComparison.OrdinalIgnoreCase
        );

    private static string? OtherSource(JvmApplication application) =>
        application.Component.Code.FirstOrDefault(file =>
            file.File.Text.Contains("PropertySource", StringComparison.Ordinal)
            || file.File.Text.Contains("EnvironmentPostProcessor", StringComparison.Ordinal)
            || file.File.Text.Contains("Dotenv", StringComparison.Ordinal)
        )
            is { } file
            ? $"{file.File.Path} adds properties"
            : null;
}
