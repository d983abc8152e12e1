namespace Seaworthy.Reading.Linking.Php;

/// <summary>The framework of PHP under which a component's routes are read.</summary>
internal enum PhpFramework
{
    /// <summary>No PHP, or too little of it to say anything of the component.</summary>
    None,

    Unknown,
    Laravel,
    Lumen,
    Symfony,
    Slim,
}
