namespace Seaworthy.Reading.Code.Php;

/// <summary>Names of the settings that PHP's readers tell.</summary>
internal static class PhpSettings
{
    /// <summary>Paths are answered that no route here names: a macro, an annotation, what a library generates.</summary>
    public const string OpenRoutes = "php.openRoutes";
}
