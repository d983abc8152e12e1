using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>An application that PM2 starts.</summary>
/// <param name="Script">The program: a path, or a name that is looked for on the search path.</param>
/// <param name="Directory">Where it is started (<c>cwd</c>); null when that is not written, and then it is where PM2 is called.</param>
public sealed record Pm2App(Fact<string>? Name, Pm2Path Script, Pm2Path? Directory);
