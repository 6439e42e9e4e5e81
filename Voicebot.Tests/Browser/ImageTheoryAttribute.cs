using System.Runtime.CompilerServices;
using Xunit.v3;

namespace Voicebot.Tests.Browser;

/// <summary>
/// Draws an image for people. It asserts nothing about the product, so there is no such test until somebody asks for the images.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(ImageDiscoverer))]
public sealed class ImageTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
    : TheoryAttribute(file, line);
