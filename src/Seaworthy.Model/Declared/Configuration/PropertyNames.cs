using System.Text;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>How the names of properties and of the environment variables that set them belong together.</summary>
/// <remarks>Source: Spring Boot reference, "Relaxed Binding" and "Binding From Environment Variables"; Quarkus, "Configuration Reference"; Micronaut, "Property Sources".</remarks>
public static class PropertyNames
{
    /// <summary>Lower case, without dashes and underscores.</summary>
    public static string Canonical(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        StringBuilder canonical = new(key.Length);
        foreach (var letter in key)
        {
            if (letter is not ('-' or '_'))
            {
                canonical.Append(char.ToLowerInvariant(letter));
            }
        }

        return canonical.ToString();
    }

    /// <summary>The variable that sets a property: <c>spring.datasource.url</c> is <c>SPRING_DATASOURCE_URL</c>.</summary>
    public static string Variable(string key) => Underscored(key, keepsDashes: true);

    /// <summary>Whether a variable of this name sets the property: dashes may be left out, become underscores, or stay, where no shell has to write the name.</summary>
    /// <remarks>Source: Spring Framework, SystemEnvironmentPropertySource.</remarks>
    public static bool Sets(string variable, string key) =>
        string.Equals(variable, key, StringComparison.Ordinal)
        || (
            variable.Length <= key.Length + 1
            && (
                string.Equals(variable, Underscored(key, keepsDashes: true), StringComparison.OrdinalIgnoreCase)
                || string.Equals(variable, Underscored(key, keepsDashes: false), StringComparison.OrdinalIgnoreCase)
                || string.Equals(variable, key.Replace('.', '_'), StringComparison.OrdinalIgnoreCase)
            )
        );

    private static string Underscored(string key, bool keepsDashes)
    {
        ArgumentNullException.ThrowIfNull(key);
        StringBuilder name = new(key.Length);
        foreach (var letter in key)
        {
            if (char.IsLetterOrDigit(letter))
            {
                name.Append(char.ToUpperInvariant(letter));
            }
            else if (letter is not ('-' or ']') || (letter == '-' && keepsDashes))
            {
                name.Append('_');
            }
        }

        return name.ToString();
    }
}
