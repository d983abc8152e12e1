namespace Seaworthy.Reading.Formats.Interpolation;

/// <summary>Whose rules say what a <c>$</c>, a backslash and a quote mean in a template.</summary>
internal enum TemplateFlavour
{
    /// <summary>The compose specification, "Interpolation": <c>$$</c> is a dollar; a <c>${</c> that opens no reference is refused, a lone <c>$</c> is itself.</summary>
    Compose,

    /// <summary>Dotenv files: <c>\$</c> is a dollar; a lone <c>$</c> is itself. Quotes belong to the file's parser.</summary>
    DotEnv,

    /// <summary>Dockerfile reference, "Environment replacement": quotes are removed, nothing is replaced inside single quotes, the escape character protects the next.</summary>
    Dockerfile,
}
