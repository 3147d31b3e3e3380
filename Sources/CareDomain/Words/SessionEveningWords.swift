// What a person reads on the evening after a session, on a screen and in lines alike.

/// Source: patient information of the Spravato label, and clinics' own sheets.
package enum SessionEveningWords {
    package static let tonight = [
        "No driving until tomorrow, after a restful sleep. No alcohol. Nothing to decide.",
        "A light supper, and an early wind-down if you like.",
        "Some sleep deeper, some lie awake a while, many notice nothing. Dreams can be odd, for some "
            + "unpleasant, for up to three nights. It passes, mostly within hours.",
    ]

    /// When to call at once.
    package static let callNow =
        "chest pain, trouble breathing, the worst headache of your life, fainting, a seizure, seeing things "
        + "that do not stop, thoughts of ending your life, or someone cannot wake you"

    /// What can wait until the morning.
    package static let tellTomorrow =
        "still far away in the morning, pain or blood on passing water, three bad nights running"
}
