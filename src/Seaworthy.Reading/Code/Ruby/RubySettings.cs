namespace Seaworthy.Reading.Code.Ruby;

/// <summary>Names of the settings that Ruby's readers tell.</summary>
internal static class RubySettings
{
    /// <summary>Paths are answered that no route here names: a macro, a middleware, an application below another.</summary>
    public const string OpenRoutes = "ruby.openRoutes";
}
